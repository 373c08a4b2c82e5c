package org.evenhand.local.journey.script;

import java.util.List;
import java.util.Set;

/**
 * Who sits in a calibration session, by user name, and about whom.
 *
 * @param facilitator of HR, who serves the units; close to none of the reviews
 * @param coFacilitator a manager from elsewhere, who checks the samples and countersigns
 * @param raters managers from elsewhere, who score without knowing whom
 * @param blind how many of the reviews are scored; 0 for all
 */
public record SessionPlan(
    String name,
    Set<String> units,
    String facilitator,
    String coFacilitator,
    List<String> raters,
    int blind) {

  /** Everybody but HR's own unit, which no partner outside its chain serves. */
  public static final List<SessionPlan> ALL =
      List.of(
          new SessionPlan(
              "Engineering",
              Set.of("engineering"),
              "niamh",
              "mark",
              List.of("jose", "hope", "will"),
              0),
          new SessionPlan(
              "Operations and customer care",
              Set.of("operations", "customer-care"),
              "anneke",
              "sian",
              List.of("lukasz", "priya", "oluwaseun"),
              12));

  /** Managers from elsewhere who have read none of it practise on what customer care has left. */
  public static final SessionPlan EXERCISE =
      new SessionPlan(
          "Practice in winter",
          Set.of("customer-care"),
          "anneke",
          "sian",
          List.of("joost", "hope", "mark"),
          0);
}
