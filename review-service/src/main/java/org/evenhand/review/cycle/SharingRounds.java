package org.evenhand.review.cycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.web.Problem;
import org.evenhand.review.ReviewProblem;

/**
 * The decisions to share, oldest first. The first moves the cycle on; a later one shares what came
 * too late for it, or was reopened since.
 */
public record SharingRounds(List<JointDecision> rounds) {

  static final SharingRounds NONE = new SharingRounds(List.of());

  public SharingRounds {
    rounds = List.copyOf(rounds);
  }

  /** A proposal takes the place of one that nobody has countersigned. */
  SharingRounds proposed(Signature by) {
    List<JointDecision> next = new ArrayList<>(rounds);
    undecided().ifPresent(next::remove);
    next.add(JointDecision.proposed(by));
    return new SharingRounds(next);
  }

  SharingRounds countersigned(Signature by) {
    JointDecision proposal =
        undecided()
            .orElseThrow(
                () -> Problem.of(ReviewProblem.NOTHING_PROPOSED, "No sharing is proposed."));
    List<JointDecision> next = new ArrayList<>(rounds);
    next.set(next.size() - 1, proposal.countersigned(by));
    return new SharingRounds(next);
  }

  @JsonIgnore
  Optional<JointDecision> undecided() {
    return rounds.isEmpty()
        ? Optional.empty()
        : Optional.of(rounds.get(rounds.size() - 1)).filter(round -> !round.isComplete());
  }
}
