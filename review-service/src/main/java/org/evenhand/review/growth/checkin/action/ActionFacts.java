package org.evenhand.review.growth.checkin.action;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/** What came about with an action, as the journal takes it; its words stay with it. */
public final class ActionFacts {

  /** The audit's name for an action. */
  public static final String AGGREGATE = "check-in-action";

  private ActionFacts() {}

  static Fact noted(CheckInAction action, String what) {
    return Fact.noted(
        AGGREGATE, action.id(), what, Map.of("state", action.state(), "version", action.version()));
  }
}
