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
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tallies;
import org.evenhand.analytics.statistics.LevelCounts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes what may be seen of a cycle: every dimension, before and after calibration, at one
 * moment. The caller keeps everybody from counting meanwhile, and from changing what the counts are
 * worked out from.
 */
@ApplicationScoped
class Editions {

  private final Tallies tallies;
  private final PublishedGroups published;
  private final EarlierCounts earlier;
  private final UnseenChanges unseen;
  private final EditionChanges changes;
  private final Nestings nestings;
  private final Rules rules;
  private final Clock clock;

  Editions(
      Tallies tallies,
      PublishedGroups published,
      EarlierCounts earlier,
      UnseenChanges unseen,
      EditionChanges changes,
      Nestings nestings,
      AnalyticsConfig config,
      Clock clock) {
    this.tallies = tallies;
    this.published = published;
    this.earlier = earlier;
    this.unseen = unseen;
    this.changes = changes;
    this.nestings = nestings;
    this.rules = Rules.of(config);
    this.clock = clock;
  }

  /**
   * Publishes all that may be.
   *
   * @param asked a dimension that somebody looks at, beside those that are published anyway
   */
  Uni<Void> publish(Mutiny.Session session, Cycle cycle, String asked) {
    return published
        .dimensions(session, cycle, asked)
        .chain(dimensions -> tallies.cube(session, cycle, dimensions))
        .chain(
            cube ->
                published
                    .read(session, cycle)
                    .chain(before -> publish(session, cycle, cube, before)))
        .chain(() -> published.mark(session, cycle));
  }

  private Uni<Void> publish(
      Mutiny.Session session,
      Cycle cycle,
      Cube cube,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before) {
    Optional<Scale> shown = scale(before);
    Optional<Scale> scale = cube.scale().or(() -> shown);
    if (scale.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (shown.isPresent() && !shown.equals(scale)) {
      // Most ratings are on another scale now: what was shown on the other one is over.
      return published
          .forget(session, cycle)
          .chain(() -> unseen.forget(session, cycle))
          .chain(() -> publish(session, cycle, cube, scale.get(), new TreeMap<>()));
    }
    return publish(session, cycle, cube, scale.get(), before);
  }

  private static Optional<Scale> scale(SortedMap<Part, SortedMap<String, PublishedGroup>> before) {
    return before.values().stream()
        .flatMap(groups -> groups.values().stream())
        .map(PublishedGroup::scale)
        .findFirst();
  }

  /** What an edition is made from. */
  private record Ground(
      Cycle cycle,
      Cube cube,
      Scale scale,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before,
      Map<String, Map<Cell, List<LevelCounts>>> since,
      CountState state) {

    Material material(String dimension, List<Change> changes) {
      return Material.of(
          cube, scale, before, since.getOrDefault(dimension, Map.of()), changes, dimension);
    }

    List<Material> rest(Map<String, List<Change>> changes) {
      return cube.dimensions().stream()
          .filter(dimension -> !dimension.equals(Dimensions.NONE))
          .map(dimension -> material(dimension, changes.getOrDefault(dimension, List.of())))
          .toList();
    }
  }

  private Uni<Void> publish(
      Mutiny.Session session,
      Cycle cycle,
      Cube cube,
      Scale scale,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before) {
    return earlier
        .read(session, cycle)
        .chain(
            since ->
                published
                    .state(session, cycle)
                    .map(state -> new Ground(cycle, cube, scale, before, since, state)))
        .chain(
            ground ->
                decide(session, ground)
                    .chain(
                        edition ->
                            nestings
                                .read(session, cycle, scale)
                                .chain(nesting -> write(session, ground, edition, nesting))));
  }

  /** Where something can't be seen beside the total as it moves, the total waits. */
  private Uni<Edition> decide(Mutiny.Session session, Ground ground) {
    return total(session, ground)
        .chain(
            total ->
                beside(session, ground, total)
                    .chain(
                        edition -> {
                          if (edition.isCoherent()) {
                            return Uni.createFrom().item(edition);
                          }
                          total.hold();
                          return beside(session, ground, total);
                        }));
  }

  private Uni<Release> total(Mutiny.Session session, Ground ground) {
    return unseen
        .spread(session, ground.cycle(), ground.cube().dimensions())
        .chain(() -> changes.ofTotal(session, ground.cycle(), ground.scale()))
        .map(
            found ->
                Edition.total(
                    rules, ground.material(Dimensions.NONE, found), ground.state().standing()));
  }

  private Uni<Edition> beside(Mutiny.Session session, Ground ground, Release total) {
    return changes
        .ofRest(session, ground.cycle(), ground.scale(), ground.cube().dimensions(), total)
        .map(found -> Edition.of(rules, total, ground.rest(found), ground.state().standing()));
  }

  private Uni<Void> write(Mutiny.Session session, Ground ground, Edition edition, Nesting nesting) {
    SortedMap<Part, SortedMap<String, PublishedGroup>> before = ground.before();
    // As exact as the column: the first look says the same as every later one.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    SortedMap<Part, SortedMap<String, PublishedGroup>> after =
        NestedGroups.refused(rules, nesting, before, edition.groups(ground.scale(), at));
    before.keySet().forEach(part -> after.putIfAbsent(part, new TreeMap<>()));
    return changes
        .decide(session, edition)
        .chain(() -> unseen.keep(session))
        .chain(() -> changes.clear(session))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(after.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(
                        each ->
                            published.renew(
                                session,
                                ground.cycle(),
                                each.getKey(),
                                before.getOrDefault(each.getKey(), new TreeMap<>()),
                                each.getValue()))
                    .collect()
                    .last())
        .replaceWithVoid();
  }
}
