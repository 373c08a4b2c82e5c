package org.evenhand.review.cycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.jspecify.annotations.Nullable;

/**
 * The decisions to share, oldest first. The first moves the cycle on; a later one shares what came
 * too late for it, or was reopened since.
 *
 * @param results what the first round is to share, as it was last proposed; null before that
 */
public record SharingRounds(List<JointDecision> rounds, @Nullable Results results) {

  static final SharingRounds NONE = new SharingRounds(List.of(), null);

  /**
   * A set of concluded reviews.
   *
   * @param fingerprint the same for the same set alone
   * @param edition how many different sets have been proposed, this one included
   */
  public record Results(String fingerprint, long edition) {}

  public SharingRounds {
    rounds = List.copyOf(rounds);
  }

  /** A proposal takes the place of one that nobody has countersigned. */
  SharingRounds proposed(Signature by) {
    List<JointDecision> next = new ArrayList<>(rounds);
    undecided().ifPresent(next::remove);
    next.add(JointDecision.proposed(by));
    return new SharingRounds(next, results);
  }

  /** What was proposed last is to be shared; another set than before is another edition. */
  SharingRounds of(String fingerprint) {
    return isOf(fingerprint)
        ? this
        : new SharingRounds(rounds, new Results(fingerprint, edition() + 1));
  }

  boolean isOf(String fingerprint) {
    return results != null && results.fingerprint().equals(fingerprint);
  }

  SharingRounds withdrawn() {
    List<JointDecision> next = new ArrayList<>(rounds);
    next.remove(proposal());
    return new SharingRounds(next, results);
  }

  SharingRounds countersigned(Signature by) {
    List<JointDecision> next = new ArrayList<>(rounds);
    next.set(next.size() - 1, proposal().countersigned(by));
    return new SharingRounds(next, results);
  }

  private JointDecision proposal() {
    return undecided()
        .orElseThrow(() -> Problem.of(ReviewProblem.NOTHING_PROPOSED, "No sharing is proposed."));
  }

  /** The edition of what was proposed last; 0 before anything was. */
  @JsonIgnore
  public long edition() {
    return results == null ? 0 : results.edition();
  }

  /** Of what was proposed last to be shared first; null before anything was. */
  @JsonIgnore
  @Nullable String fingerprint() {
    return results == null ? null : results.fingerprint();
  }

  @JsonIgnore
  public Optional<JointDecision> undecided() {
    return rounds.isEmpty()
        ? Optional.empty()
        : Optional.of(rounds.get(rounds.size() - 1)).filter(round -> !round.isComplete());
  }
}
