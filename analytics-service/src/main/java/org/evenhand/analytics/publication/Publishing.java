package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cube;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Tallies;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.statistics.LevelCounts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes what may be seen of a cycle: every dimension, before and after calibration, at one
 * moment. A dimension that came later could not be published beside a total that may not move.
 */
@ApplicationScoped
class Publishing {

  private final Tallies tallies;
  private final PublishedGroups published;
  private final Renewal renewal;
  private final Coherence coherence;
  private final Clock clock;

  Publishing(Tallies tallies, PublishedGroups published, AnalyticsConfig config, Clock clock) {
    this.tallies = tallies;
    this.published = published;
    this.renewal = new Renewal(config.leastChange(), config.settle(), config.patience());
    this.coherence =
        new Coherence(renewal, List.of(config.leastGroup(), config.leastDistribution()));
    this.clock = clock;
  }

  /** Whether there is something in a picture that is not published. */
  boolean isDue(Picture picture) {
    return picture.now().isPresent()
        && !renewal.of(picture.published(), picture.now().get()).isEmpty();
  }

  /** Publishes what has not been, if the cycle is still; for somebody who looks at a part. */
  Uni<Void> publish(Mutiny.Session session, Cycle cycle, Part asked) {
    return published
        .lock(session, cycle)
        .chain(() -> published.state(session, cycle))
        .chain(
            state ->
                published
                    .read(session, cycle)
                    .chain(before -> publish(session, cycle, asked, state, before)));
  }

  private Uni<Void> publish(
      Mutiny.Session session,
      Cycle cycle,
      Part asked,
      CountState state,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before) {
    SortedMap<String, PublishedGroup> ofAsked = before.getOrDefault(asked, new TreeMap<>());
    if ((state.isPublished() && wasConsidered(asked, before))
        || !mayPublish(cycle, state, ofAsked)) {
      return Uni.createFrom().voidItem();
    }
    return published
        .dimensions(session, cycle, asked.dimension())
        .chain(dimensions -> tallies.cube(session, cycle, dimensions))
        .chain(
            cube ->
                published
                    .state(session, cycle)
                    .chain(
                        after ->
                            mayPublish(cycle, after, ofAsked)
                                ? publishInSteps(
                                    session,
                                    cycle,
                                    state,
                                    pictures(cube, before, after.standsAsJudged()))
                                : Uni.createFrom().voidItem()));
  }

  /**
   * Publishes as what stands after calibration what would stand if the results were shared now. The
   * caller keeps everybody from counting meanwhile.
   *
   * <p>Whole, if as much as a step has moved in all: it is the one moment at which all ratings are
   * in, before calibration and after it alike. In steps, a look shortly before the last ones came
   * in would keep groups from being published, and so from being judged. Where less has moved, in
   * steps, so that the rating of one person who is judged anew can't be told.
   */
  Uni<Void> publishStanding(Mutiny.Session session, Cycle cycle) {
    return published
        .lock(session, cycle)
        .chain(() -> published.state(session, cycle))
        .chain(
            state ->
                published
                    .read(session, cycle)
                    .chain(before -> publishStanding(session, cycle, state, before)));
  }

  private Uni<Void> publishStanding(
      Mutiny.Session session,
      Cycle cycle,
      CountState state,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before) {
    return published
        .dimensions(session, cycle, Dimensions.NONE)
        .chain(dimensions -> tallies.standing(session, cycle, dimensions))
        .map(cube -> pictures(cube, before, false))
        .chain(
            pictures ->
                isDue(pictures.getOrDefault(Part.total(Phase.AFTER), Picture.EMPTY))
                    ? publish(session, cycle, state, pictures, whole(pictures))
                    : publishInSteps(session, cycle, state, pictures));
  }

  private SortedMap<Part, SortedMap<String, LevelCounts>> whole(SortedMap<Part, Picture> pictures) {
    SortedMap<Part, SortedMap<String, LevelCounts>> renewals = new TreeMap<>();
    pictures.forEach(
        (part, picture) ->
            picture
                .now()
                .ifPresent(now -> renewals.put(part, renewal.whole(picture.published(), now))));
    return renewals;
  }

  /** Whether the last one saw this dimension too, and could publish nothing of it. */
  private static boolean wasConsidered(
      Part asked, SortedMap<Part, SortedMap<String, PublishedGroup>> before) {
    return Dimensions.ORGANISATIONAL.contains(asked.dimension())
        || before.containsKey(asked)
        || before.containsKey(asked.other());
  }

  private boolean mayPublish(
      Cycle cycle, CountState state, Map<String, PublishedGroup> publishedOfAsked) {
    return !state.rebuilding()
        && renewal.isDue(cycle.firstAt(), state.changedAt(), publishedOfAsked, Instant.now(clock));
  }

  /** What was judged stays as it is while some of it waits to be shared. */
  private static SortedMap<Part, Picture> pictures(
      Cube cube, SortedMap<Part, SortedMap<String, PublishedGroup>> published, boolean judged) {
    SortedMap<Part, Picture> pictures = new TreeMap<>();
    for (String dimension : cube.dimensions()) {
      for (Phase phase : Phase.values()) {
        Part part = new Part(phase, dimension);
        if (!part.isCounted()) {
          continue;
        }
        Optional<Tally> now =
            judged && phase == Phase.AFTER
                ? Optional.empty()
                : cube.tally(phase, dimension, part.isCompared());
        pictures.put(part, new Picture(now, published.getOrDefault(part, new TreeMap<>())));
      }
    }
    return pictures;
  }

  private Uni<Void> publishInSteps(
      Mutiny.Session session, Cycle cycle, CountState state, SortedMap<Part, Picture> pictures) {
    return publish(session, cycle, state, pictures, coherence.of(pictures));
  }

  private Uni<Void> publish(
      Mutiny.Session session,
      Cycle cycle,
      CountState state,
      SortedMap<Part, Picture> pictures,
      SortedMap<Part, SortedMap<String, LevelCounts>> renewals) {
    // As exact as the column: the first look says the same as every later one.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return Multi.createFrom()
        .iterable(pictures.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            each ->
                renew(
                    session,
                    cycle,
                    each.getKey(),
                    each.getValue().now(),
                    renewals.getOrDefault(each.getKey(), new TreeMap<>()),
                    at))
        .collect()
        .last()
        .chain(() -> published.mark(session, cycle, state.changes()));
  }

  private Uni<Void> renew(
      Mutiny.Session session,
      Cycle cycle,
      Part part,
      Optional<Tally> now,
      SortedMap<String, LevelCounts> renewals,
      Instant at) {
    if (now.isEmpty() || renewals.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Map<String, PublishedGroup> groups = new TreeMap<>();
    renewals.forEach(
        (value, counts) ->
            groups.put(
                value,
                new PublishedGroup(
                    now.get().scale(),
                    counts,
                    now.get().strata().getOrDefault(value, Map.of()),
                    at)));
    return published.renew(session, cycle, part, now.get().scale(), groups, at);
  }
}
