package org.evenhand.analytics.demographics;

import java.util.List;

/**
 * The values of a dimension.
 *
 * @param values all that the HRIS may send
 * @param undeclared those of them that say nothing, as "Unknown" does: they are shown as coverage,
 *     and are neither reference nor finding
 */
public record Vocabulary(List<String> values, List<String> undeclared) {

  public Vocabulary {
    values = List.copyOf(values);
    undeclared = List.copyOf(undeclared);
  }
}
