package org.evenhand.attack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the attacks have found; several threads may report at once. */
public final class Findings {

  private static final int SHOWN_OF_A_KIND = 5;

  private final List<Finding> found = Collections.synchronizedList(new ArrayList<>());

  public void add(String kind, String where, String what) {
    found.add(new Finding(kind, where, what));
  }

  public List<Finding> all() {
    return List.copyOf(found);
  }

  /** A few of each kind, and how many there are. */
  public void tell(Consumer<String> out) {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    all().forEach(f -> kinds.computeIfAbsent(f.kind(), none -> new ArrayList<>()).add(f));
    kinds.forEach(
        (kind, some) -> {
          out.accept("✗ " + kind + " (" + some.size() + ")");
          some.stream()
              .limit(SHOWN_OF_A_KIND)
              .forEach(f -> out.accept("    " + f.where() + ": " + f.what()));
        });
  }
}
