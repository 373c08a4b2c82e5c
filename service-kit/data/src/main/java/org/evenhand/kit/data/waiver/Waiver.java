package org.evenhand.kit.data.waiver;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.WaivableDuty;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to waive a duty, as its row has it. Each change gives another one with the next
 * version.
 *
 * @param since when the duty came up; a proposal is about that time alone
 */
record Waiver(
    UUID id,
    long version,
    UUID duty,
    Instant since,
    WaiverState state,
    WaiverReason code,
    String reason,
    Proposal proposal,
    @Nullable Decision decision) {

  record Proposal(UUID by, Side side, Instant at) {}

  /** By the second person, or by the first who withdraws. */
  record Decision(UUID by, Instant at) {}

  static Waiver proposed(WaivableDuty duty, WaiverReason code, String reason, Instant now) {
    return new Waiver(
        Ids.next(),
        0,
        duty.id(),
        duty.since(),
        WaiverState.PROPOSED,
        code,
        reason,
        new Proposal(duty.caller(), duty.side().orElseThrow(), now),
        null);
  }

  /** As it is beside the duty: nothing waits for what is over. */
  WaiverState state(WaivableDuty of) {
    return state == WaiverState.PROPOSED && !(of.canBeWaived() && of.since().equals(since))
        ? WaiverState.LAPSED
        : state;
  }

  boolean isOpen(WaivableDuty of) {
    return state(of) == WaiverState.PROPOSED;
  }

  /** Whether it is by this that nobody owes the duty. */
  boolean closes(WaivableDuty of) {
    return state == WaiverState.AGREED && of.since().equals(since);
  }

  @Nullable UUID decidedBy() {
    return decision == null ? null : decision.by();
  }

  boolean isBy(UUID person) {
    return proposal.by().equals(person);
  }

  /**
   * @throws Problem 409 when it waits for nobody
   */
  Waiver decided(WaivableDuty of, WaiverState how, Instant now) {
    if (!isOpen(of)) {
      of.requireWaivable();
      throw Problem.of(
              CommonProblem.STATE_CONFLICT, "The proposal is %s already.".formatted(state(of)))
          .allowing(List.of());
    }
    return new Waiver(
        id, version + 1, duty, since, how, code, reason, proposal, new Decision(of.caller(), now));
  }
}
