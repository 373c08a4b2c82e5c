package org.evenhand.review.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.review.rating.Origin;
import org.evenhand.review.rating.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a cycle: numbers of people in steps of five.
 *
 * @param refusal why it isn't replayed; then there are no figures
 * @param favourable how many have a level that counts as favourable
 * @param refused submissions that would have lacked evidence
 */
public record Result(
    UUID cycleId,
    @Nullable String cycleKey,
    @Nullable Origin origin,
    @Nullable Refusal refusal,
    List<Note> notes,
    List<Cell> cells,
    @Nullable Change levels,
    @Nullable Change favourable,
    long refused,
    long entering,
    long leaving) {

  static final String SEPARATOR = "/";

  /** The first part of the block of people who have no review. */
  static final String WITHOUT_REVIEW = "0";

  /** Of a distribution. */
  private static final long LEAST = 10;

  /** How many had one level and would have another, or the same. */
  public record Cell(int before, int after, long people) {}

  /** A number before, and under the draft. */
  public record Change(long before, long after) {}

  private record Place(int before, int after) {}

  public static Result refused(UUID cycleId, Refusal why) {
    return new Result(cycleId, null, null, why, List.of(), List.of(), null, null, 0, 0, 0);
  }

  /** Of a cycle that was counted. */
  public record Of(UUID cycleId, String key, Origin origin, Scale scale, List<Note> notes) {}

  public static Result of(Of cycle, DraftRules rules, List<ToldOutcome> told) {
    List<ToldOutcome> shown =
        told.stream().filter(each -> !each.isHidden() && each.people() > 0).toList();
    List<ToldOutcome> reviews = shown.stream().filter(each -> each.before() > 0).toList();
    if (tellsOfEveryone(reviews)) {
      return refused(cycle.cycleId(), Refusal.TOO_FEW);
    }
    return new Result(
        cycle.cycleId(),
        cycle.key(),
        cycle.origin(),
        null,
        cycle.notes(),
        cells(reviews, cycle.scale().size(), rules.levels()),
        new Change(cycle.scale().size(), rules.levels()),
        new Change(
            people(reviews, each -> each.before() >= cycle.scale().favourableFrom()),
            people(reviews, each -> outcome(each).level() >= rules.favourableFrom())),
        people(reviews, each -> outcome(each).refused()),
        people(shown, each -> each.before() == 0 && Draft.isEntering(each.toldAs())),
        people(reviews, each -> outcome(each).leaving()));
  }

  /**
   * Fewer people than a distribution may have, or all on one level: then whoever knows that
   * somebody was rated knows how. Under the draft the same goes for a criterion that alone counts.
   */
  private static boolean tellsOfEveryone(List<ToldOutcome> reviews) {
    return reviews.stream().mapToLong(ToldOutcome::people).sum() < LEAST
        || reviews.stream().map(ToldOutcome::before).distinct().count() < 2
        || reviews.stream().map(each -> outcome(each).level()).distinct().count() < 2;
  }

  /** All of them, also the empty ones: an absent cell would be a figure too. */
  private static List<Cell> cells(List<ToldOutcome> reviews, int before, int after) {
    Map<Place, Long> people =
        reviews.stream()
            .collect(
                Collectors.groupingBy(
                    each -> new Place(each.before(), outcome(each).level()),
                    Collectors.summingLong(ToldOutcome::people)));
    List<Cell> cells = new ArrayList<>();
    IntStream.rangeClosed(1, before)
        .forEach(
            was ->
                IntStream.rangeClosed(1, after)
                    .forEach(
                        is ->
                            cells.add(
                                new Cell(
                                    was,
                                    is,
                                    Disclosure.inSteps(
                                        people.getOrDefault(new Place(was, is), 0L))))));
    return cells;
  }

  private static Outcome outcome(ToldOutcome told) {
    return Outcome.of(told.toldAs());
  }

  private static long people(List<ToldOutcome> told, Predicate<ToldOutcome> which) {
    return Disclosure.inSteps(told.stream().filter(which).mapToLong(ToldOutcome::people).sum());
  }
}
