package org.evenhand.review.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.review.replay.Counted;
import org.evenhand.review.replay.Draft;
import org.evenhand.review.replay.Earlier;
import org.evenhand.review.replay.PastReview;
import org.evenhand.review.replay.Stay;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds a chunk to the counts. Whose outcome it was is forgotten here. */
@ApplicationScoped
class Tally {

  private final Counts counts;

  Tally(Counts counts) {
    this.counts = counts;
  }

  Uni<Void> reviews(
      Mutiny.Session session, Replay replay, ReplayedCycle cycle, List<PastReview> chunk) {
    Draft draft = replay.draft();
    return counts
        .earlier(session, cycle.cycleId())
        .map(
            earlier ->
                counted(
                    chunk, past -> one(Earlier.block(past, earlier), draft.outcome(past).code())))
        .chain(counted -> counts.add(session, cycle, counted));
  }

  Uni<Void> population(
      Mutiny.Session session, Replay replay, ReplayedCycle cycle, List<Stay> chunk) {
    Draft draft = replay.draft();
    return counts
        .earlier(session, cycle.cycleId())
        .map(
            earlier ->
                counted(chunk, stay -> one(Earlier.block(stay, earlier), draft.outcome(stay))))
        .chain(counted -> counts.add(session, cycle, counted));
  }

  /** All ratings of a level come to the same. */
  Uni<Void> history(
      Mutiny.Session session, Replay replay, ReplayedCycle cycle, List<Level> levels) {
    return counts
        .earlier(session, cycle.cycleId())
        .map(earlier -> levels.stream().map(level -> of(replay.draft(), earlier, level)).toList())
        .chain(counted -> counts.add(session, cycle, counted));
  }

  /** How many ratings of a level there are. */
  record Level(int ordinal, long ratings) {}

  private static Counted of(Draft draft, List<Earlier> earlier, Level level) {
    PastReview past = PastReview.ofHistory(level.ordinal());
    return new Counted(Earlier.block(past, earlier), draft.outcome(past).code(), level.ratings());
  }

  private record One(String block, String outcome) {}

  private static One one(String block, String outcome) {
    return new One(block, outcome);
  }

  private static <T> Collection<Counted> counted(List<T> chunk, Function<T, One> which) {
    return chunk.stream()
        .collect(Collectors.groupingBy(which, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> new Counted(each.getKey().block(), each.getKey().outcome(), each.getValue()))
        .toList();
  }
}
