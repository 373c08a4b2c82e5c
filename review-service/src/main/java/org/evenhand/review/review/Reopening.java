package org.evenhand.review.review;

import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Signature;

/** That HR proposes to look at a concluded review again, and why. */
public record Reopening(String reason, JointDecision decision) {

  public static Reopening proposed(String reason, Signature by) {
    return new Reopening(reason, JointDecision.proposed(by));
  }

  public Reopening agreed(Signature by) {
    return new Reopening(reason, decision.countersigned(by));
  }
}
