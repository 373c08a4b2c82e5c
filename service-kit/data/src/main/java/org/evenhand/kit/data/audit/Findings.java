package org.evenhand.kit.data.audit;

import java.util.ArrayList;
import java.util.List;

/** The first findings: after a hundred the answer is clear, and memory stays bounded. */
final class Findings {

  static final int MOST = 100;

  private final List<String> list = new ArrayList<>();

  void add(String finding) {
    if (list.size() < MOST) {
      list.add(finding);
    }
  }

  List<String> all() {
    return List.copyOf(list);
  }
}
