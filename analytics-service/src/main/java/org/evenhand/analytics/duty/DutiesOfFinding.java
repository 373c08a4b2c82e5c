package org.evenhand.analytics.duty;

import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingState;
import org.evenhand.analytics.finding.JointResponse;
import org.evenhand.analytics.finding.Side;
import org.evenhand.analytics.finding.Signature;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;

/**
 * What a finding asks of the two sides as it stands. Until one of them proposes a response both owe
 * one; then the other owes its countersignature, and no proposal any more.
 */
record DutiesOfFinding(Finding finding) {

  Stream<Owed> owed() {
    return switch (finding.state()) {
      case RAISED, ANSWERED -> response();
      case NOTED, CLEARED -> Stream.empty();
    };
  }

  private Stream<Owed> response() {
    Optional<JointResponse> given = finding.response();
    return given
        .map(JointResponse::proposal)
        .map(Signature::side)
        .map(
            proposer ->
                Stream.of(
                    owed(AnalyticsDuty.FINDING_RESPONSE, proposer, true),
                    owed(
                        AnalyticsDuty.FINDING_COUNTERSIGNATURE,
                        proposer == Side.HR ? Side.MANAGER : Side.HR,
                        finding.state() == FindingState.ANSWERED)))
        .orElseGet(
            () ->
                Stream.of(Side.values())
                    .map(side -> owed(AnalyticsDuty.FINDING_RESPONSE, side, false)));
  }

  private Owed owed(AnalyticsDuty kind, Side side, boolean met) {
    return new Owed(
        kind,
        org.evenhand.kit.data.duty.Side.valueOf(side.name()),
        finding.id(),
        side.name(),
        Holder.role(FindingDuties.role(side), null),
        null,
        null,
        null,
        met);
  }
}
