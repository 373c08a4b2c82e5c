package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cube;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Guard;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.RatingCounts;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tallies;
import org.evenhand.analytics.counts.Tally;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what may be seen of a cycle: every dimension, before and after calibration, at one
 * moment. Nobody counts meanwhile, or changes what the counts are worked out from.
 */
@ApplicationScoped
class Publishing {

  private final Tallies tallies;
  private final RatingCounts counts;
  private final PublishedGroups published;
  private final UnseenChanges unseen;
  private final Renewal renewal;
  private final Rules rules;
  private final Clock clock;

  Publishing(
      Tallies tallies,
      RatingCounts counts,
      PublishedGroups published,
      UnseenChanges unseen,
      AnalyticsConfig config,
      Clock clock) {
    this.tallies = tallies;
    this.counts = counts;
    this.published = published;
    this.unseen = unseen;
    this.renewal = new Renewal(config.leastChange(), config.settle(), config.patience());
    this.rules =
        new Rules(config.leastChange(), List.of(config.leastGroup(), config.leastDistribution()));
    this.clock = clock;
  }

  /** Whether there is something in a picture that is not published. */
  boolean isDue(Picture picture) {
    return picture.now().filter(now -> renewal.isWorthIt(picture.published(), now)).isPresent();
  }

  /** Publishes what has not been, if the cycle is still; for somebody who looks at a part. */
  Uni<Void> publish(Mutiny.Session session, Cycle cycle, Part asked) {
    return ifDue(
        session,
        cycle,
        asked,
        () ->
            Guard.alone(session)
                .chain(
                    () ->
                        ifDue(
                            session,
                            cycle,
                            asked,
                            () -> publish(session, cycle, asked.dimension()))));
  }

  /** Looks once more when nobody counts: somebody else may have published meanwhile. */
  private Uni<Void> ifDue(
      Mutiny.Session session, Cycle cycle, Part asked, Supplier<Uni<Void>> then) {
    return published
        .state(session, cycle)
        .chain(
            state ->
                published
                    .read(session, cycle)
                    .chain(
                        before ->
                            (state.isPublished() && wasConsidered(asked, before))
                                    || !mayPublish(cycle, state, before.get(asked))
                                ? Uni.createFrom().voidItem()
                                : then.get()));
  }

  /** Whether the last one saw this dimension too, and could publish nothing of it. */
  private static boolean wasConsidered(
      Part asked, SortedMap<Part, SortedMap<String, PublishedGroup>> before) {
    return before.keySet().stream().anyMatch(part -> part.dimension().equals(asked.dimension()));
  }

  private boolean mayPublish(
      Cycle cycle, CountState state, @Nullable SortedMap<String, PublishedGroup> ofAsked) {
    return !state.rebuilding()
        && renewal.isDue(
            cycle.firstAt(),
            state.changedAt(),
            ofAsked == null ? Map.of() : ofAsked,
            Instant.now(clock));
  }

  /**
   * Publishes as what stands after calibration what would stand if the results were shared now, and
   * counts it so from now on. The caller keeps everybody from counting meanwhile.
   */
  Uni<Void> publishStanding(Mutiny.Session session, Cycle cycle) {
    return counts.stand(session, cycle).chain(() -> publish(session, cycle, Dimensions.NONE));
  }

  private Uni<Void> publish(Mutiny.Session session, Cycle cycle, String asked) {
    return published
        .dimensions(session, cycle, asked)
        .chain(dimensions -> tallies.cube(session, cycle, dimensions))
        .chain(
            cube ->
                cube.scale()
                    .map(scale -> publish(session, cycle, cube, scale))
                    .orElseGet(() -> published.mark(session, cycle)));
  }

  private Uni<Void> publish(Mutiny.Session session, Cycle cycle, Cube cube, Scale scale) {
    return shownOn(session, cycle, scale)
        .chain(
            before ->
                unseen
                    .read(session, cycle, scale, cube.dimensions())
                    .chain(
                        changes ->
                            published
                                .state(session, cycle)
                                .chain(
                                    state ->
                                        publish(
                                            session,
                                            cycle,
                                            scale,
                                            before,
                                            Edition.of(
                                                rules,
                                                materials(cube, scale, before, changes),
                                                state.standing())))));
  }

  /** What is published on the scale that most ratings are on; whatever was on another is over. */
  private Uni<SortedMap<Part, SortedMap<String, PublishedGroup>>> shownOn(
      Mutiny.Session session, Cycle cycle, Scale scale) {
    return published
        .read(session, cycle)
        .chain(
            before ->
                before.values().stream()
                        .flatMap(groups -> groups.values().stream())
                        .allMatch(group -> group.scale().equals(scale))
                    ? Uni.createFrom().item(before)
                    : published
                        .forget(session, cycle)
                        .chain(() -> unseen.forget(session, cycle))
                        .replaceWith(new TreeMap<>()));
  }

  private static SortedMap<String, Material> materials(
      Cube cube,
      Scale scale,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before,
      Map<String, List<Change>> changes) {
    SortedMap<String, Material> materials = new TreeMap<>();
    for (String dimension : cube.dimensions()) {
      Material material =
          new Material(
              scale.size(),
              dimension,
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              changes.getOrDefault(dimension, List.of()));
      for (Phase phase : Phase.values()) {
        if (phase == Phase.BEFORE || !dimension.equals(Dimensions.REVIEWER)) {
          present(
              material,
              phase,
              cube.tally(phase, dimension, scale, Dimensions.hasStrata(dimension)));
        }
        before
            .getOrDefault(new Part(phase, dimension), new TreeMap<>())
            .forEach((value, group) -> shown(material, new Cell(phase, value), group));
      }
      materials.put(dimension, material);
    }
    return materials;
  }

  private static void present(Material material, Phase phase, Tally tally) {
    tally
        .groups()
        .forEach(
            (value, counts) ->
                material
                    .present()
                    .put(
                        new Cell(phase, value),
                        Counts.of(counts, tally.strata().getOrDefault(value, Map.of()))));
  }

  private static void shown(Material material, Cell cell, PublishedGroup group) {
    if (group.open()) {
      material.shown().put(cell, Counts.of(group.counts(), group.strata()));
    } else {
      material.hidden().put(cell, group.counts().people());
    }
  }

  private Uni<Void> publish(
      Mutiny.Session session,
      Cycle cycle,
      Scale scale,
      SortedMap<Part, SortedMap<String, PublishedGroup>> before,
      Edition edition) {
    // As exact as the column: the first look says the same as every later one.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    SortedMap<String, List<Shown>> shown = new TreeMap<>();
    SortedMap<Part, SortedMap<String, PublishedGroup>> after = new TreeMap<>();
    before.keySet().forEach(part -> after.put(part, new TreeMap<>()));
    edition
        .releases()
        .forEach(
            (dimension, release) -> {
              shown.put(dimension, release.shown());
              release
                  .groups()
                  .forEach(
                      (cell, counts) ->
                          group(after, dimension, cell)
                              .put(
                                  cell.value(),
                                  new PublishedGroup(
                                      scale, counts.whole(), counts.strata(), true, at)));
              release
                  .hidden()
                  .forEach(
                      (cell, people) ->
                          group(after, dimension, cell)
                              .put(
                                  cell.value(),
                                  new PublishedGroup(
                                      scale,
                                      Material.standIn(scale.size(), people),
                                      Map.of(),
                                      false,
                                      at)));
            });
    return unseen
        .keep(session, cycle, scale, shown)
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(after.entrySet())
                    .onItem()
                    .transformToUniAndConcatenate(
                        each ->
                            renew(
                                session,
                                cycle,
                                each.getKey(),
                                scale,
                                before.getOrDefault(each.getKey(), new TreeMap<>()),
                                each.getValue(),
                                at))
                    .collect()
                    .last())
        .chain(() -> published.mark(session, cycle));
  }

  private static SortedMap<String, PublishedGroup> group(
      SortedMap<Part, SortedMap<String, PublishedGroup>> parts, String dimension, Cell cell) {
    return parts.computeIfAbsent(new Part(cell.phase(), dimension), none -> new TreeMap<>());
  }

  /** What stays as it was keeps the time from which it is shown. */
  private Uni<Void> renew(
      Mutiny.Session session,
      Cycle cycle,
      Part part,
      Scale scale,
      SortedMap<String, PublishedGroup> before,
      SortedMap<String, PublishedGroup> after,
      Instant at) {
    SortedMap<String, PublishedGroup> renewed = new TreeMap<>(after);
    renewed
        .entrySet()
        .removeIf(
            each -> {
              PublishedGroup was = before.get(each.getKey());
              return was != null && was.open() && isSame(was, each.getValue());
            });
    return published
        .forgetNamed(session, cycle, part)
        .chain(() -> published.renew(session, cycle, part, scale, renewed, at));
  }

  private static boolean isSame(PublishedGroup one, PublishedGroup other) {
    return one.counts().equals(other.counts()) && one.strata().equals(other.strata());
  }
}
