package org.evenhand.review.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote and rated in one revision of a review. Immutable, one column: it is never
 * queried in parts.
 *
 * @param contextNote workload, resources, changes of role; it stays readable through redaction
 */
public record ReviewWork(
    List<Contribution> contributions,
    List<Observation> observations,
    List<CriterionRating> ratings,
    @Nullable String contextNote) {

  public static final ReviewWork NONE = new ReviewWork(List.of(), List.of(), List.of(), null);

  private static final int MOST_OBSERVATIONS = 500;
  private static final int MOST_OF_REVIEWEE = 100;

  public ReviewWork {
    contributions = List.copyOf(contributions);
    observations = List.copyOf(observations);
    ratings = List.copyOf(ratings);
  }

  public ReviewWork with(Contribution contribution) {
    return new ReviewWork(
        append(
            contributions.stream().filter(other -> !other.isReplacedBy(contribution)),
            contribution),
        observations,
        ratings,
        contextNote);
  }

  /**
   * The reviewee's own notes take no room from what others saw.
   *
   * @throws Problem 422 when it holds as many as a review can
   */
  void requireRoomForObservation(UUID author, UUID reviewee) {
    boolean own = author.equals(reviewee);
    int most = own ? MOST_OF_REVIEWEE : MOST_OBSERVATIONS;
    long held =
        observations.stream().filter(seen -> seen.authorId().equals(reviewee) == own).count();
    if (held >= most) {
      throw Problem.of(
          CommonProblem.RULE_VIOLATED,
          "A review holds %d observations %s at most."
              .formatted(most, own ? "by the reviewee" : "by others than the reviewee"));
    }
  }

  /** Whether it rests on this observation. */
  public boolean restsOn(UUID observation) {
    return observations.stream().anyMatch(seen -> seen.id().equals(observation));
  }

  /** An observation stands once, however often it is cited. */
  public ReviewWork with(Observation observation) {
    return new ReviewWork(
        contributions,
        append(
            observations.stream().filter(seen -> !seen.id().equals(observation.id())), observation),
        ratings,
        contextNote);
  }

  /** With what the reviewee says to an observation that was gathered. */
  public ReviewWork replied(UUID observation, String reply) {
    return new ReviewWork(
        contributions,
        observations.stream()
            .map(seen -> seen.id().equals(observation) ? seen.replied(reply) : seen)
            .toList(),
        ratings,
        contextNote);
  }

  public ReviewWork with(CriterionRating rating) {
    return new ReviewWork(
        contributions,
        observations,
        append(
            ratings.stream().filter(other -> !other.criterion().equals(rating.criterion())),
            rating),
        contextNote);
  }

  public ReviewWork noting(String note) {
    return new ReviewWork(contributions, observations, ratings, note);
  }

  /**
   * Closes a reviewer's part as a signed contribution. Observations stay where they are: each names
   * its author, and evidence does not lapse because the reviewer changed. So does the context note,
   * which is about the reviewee; it is signed too, so that nobody's words get lost when the next
   * reviewer writes another.
   */
  public ReviewWork handedOverBy(UUID reviewer, Instant at) {
    Optional<Contribution> own =
        contributions.stream()
            .filter(contribution -> contribution.type() == ContributionType.MANAGER)
            .filter(contribution -> contribution.authorId().equals(reviewer))
            .filter(contribution -> contribution.signedAt() == null)
            .findFirst();
    String noted = contextNote == null || isSigned(contextNote) ? null : contextNote;
    if (own.isEmpty() && ratings.isEmpty() && noted == null) {
      return this;
    }
    Contribution part =
        own.orElseGet(
            () -> Contribution.written(ContributionType.MANAGER, reviewer, List.of(), at));
    List<Contribution> others = new ArrayList<>(contributions);
    own.ifPresent(others::remove);
    others.add(part.signed(ratings, noted, at));
    return new ReviewWork(others, observations, List.of(), contextNote);
  }

  /** The note of a reviewer before, which the next one left as it was. */
  private boolean isSigned(String note) {
    return contributions.stream().anyMatch(one -> note.equals(one.contextNote()));
  }

  public Optional<CriterionRating> rating(String criterion) {
    return ratings.stream().filter(rating -> rating.criterion().equals(criterion)).findFirst();
  }

  public Stream<Observation> observationsOn(String criterion) {
    return observations.stream().filter(seen -> seen.criterion().equals(criterion));
  }

  private static <T> List<T> append(Stream<T> before, T last) {
    return Stream.concat(before, Stream.of(last)).toList();
  }
}
