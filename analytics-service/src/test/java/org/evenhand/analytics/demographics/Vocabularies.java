package org.evenhand.analytics.demographics;

import java.util.List;

/** Dimensions for tests without a database. */
public final class Vocabularies {

  private Vocabularies() {}

  public static Dimension dimension(String key, String label, String... values) {
    return new Dimension(
        key, label, new Vocabulary(List.of(values), List.of()), new Countries(List.of()));
  }
}
