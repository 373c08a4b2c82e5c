package org.evenhand.analytics.finding;

import static org.evenhand.analytics.finding.FindingState.ANSWERED;
import static org.evenhand.analytics.finding.FindingState.CLEARED;
import static org.evenhand.analytics.finding.FindingState.NOTED;
import static org.evenhand.analytics.finding.FindingState.RAISED;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of a finding. Judgements clear it and take the clearing back, and what another cycle has
 * cleared its own may clear anew. One that is only to be known begins as NOTED, and nobody answers
 * it.
 */
public final class FindingLifecycle implements LifecycleSource {

  static final Lifecycle<FindingState> OF_FINDINGS =
      Lifecycle.startingAt(RAISED, NOTED)
          .may(RAISED, FindingAction.RESPOND.operation())
          .may(RAISED, FindingAction.COUNTERSIGN.operation(), ANSWERED)
          .becomes(RAISED, CLEARED)
          .becomes(NOTED, CLEARED)
          .becomes(ANSWERED, CLEARED)
          .becomes(CLEARED, CLEARED)
          .becomes(CLEARED, RAISED)
          .becomes(CLEARED, ANSWERED)
          .build();

  @Override
  public String schema() {
    return "Finding";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_FINDINGS;
  }
}
