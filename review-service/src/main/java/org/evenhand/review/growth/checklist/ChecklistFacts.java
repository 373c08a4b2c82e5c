package org.evenhand.review.growth.checklist;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/**
 * What came about with a checklist, for the audit alone. It keeps that a step was taken and by
 * whom; on what occasion the list began stays with the list.
 */
public final class ChecklistFacts {

  /** The audit's name for a checklist. */
  public static final String AGGREGATE = "checklist";

  private ChecklistFacts() {}

  public static Fact noted(Checklist list, String what) {
    return Fact.noted(
        AGGREGATE, list.id(), what, Map.of("state", list.state(), "version", list.version()));
  }
}
