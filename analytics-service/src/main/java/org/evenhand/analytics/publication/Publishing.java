package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Cube;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Progress;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.counts.Tallies;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.Visibility;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes the editions. The caller keeps everybody from counting meanwhile, and from changing what
 * the counts are worked out from.
 */
@ApplicationScoped
public class Publishing {

  private final EditionStore editions;
  private final GroupStore groups;
  private final EvidenceStore evidence;
  private final Snapshots snapshots;
  private final ProtectedGroups protectedGroups;
  private final DemographicDimensions dimensions;
  private final Tallies tallies;
  private final Progress progress;
  private final Clock clock;

  Publishing(
      EditionStore editions,
      GroupStore groups,
      EvidenceStore evidence,
      Snapshots snapshots,
      ProtectedGroups protectedGroups,
      DemographicDimensions dimensions,
      Tallies tallies,
      Progress progress,
      Clock clock) {
    this.editions = editions;
    this.groups = groups;
    this.evidence = evidence;
    this.snapshots = snapshots;
    this.protectedGroups = protectedGroups;
    this.dimensions = dimensions;
    this.tallies = tallies;
    this.progress = progress;
    this.clock = clock;
  }

  /** Publishes all of a cycle as it is counted now; nothing where nobody has a rating. */
  public Uni<Void> publish(Mutiny.Session session, Cycle cycle, Moment moment) {
    return dimensions
        .all(session)
        .chain(
            declared ->
                tallies
                    .cube(session, cycle, keys(declared))
                    .chain(
                        cube ->
                            cube.scale()
                                .map(scale -> edition(session, cycle, moment, cube, scale))
                                .map(
                                    edition ->
                                        edition.chain(
                                            made -> fill(session, cycle, made, cube, declared)))
                                .orElseGet(() -> Uni.createFrom().voidItem())));
  }

  /** As {@link #publish}, unless the counts are still those of the last edition. */
  public Uni<Void> publishChanged(Mutiny.Session session, Cycle cycle, Moment moment) {
    return editions
        .last(session, cycle)
        .chain(
            last ->
                editions
                    .fingerprint(session, cycle)
                    .chain(
                        now ->
                            last.filter(edition -> edition.fingerprint().equals(now)).isPresent()
                                ? Uni.createFrom().voidItem()
                                : publish(session, cycle, moment)));
  }

  private static Set<String> keys(List<Dimension> declared) {
    Set<String> keys = new TreeSet<>(Dimensions.ORGANISATIONAL);
    keys.add(Dimensions.REVIEWER);
    declared.forEach(dimension -> keys.add(dimension.key()));
    return keys;
  }

  private Uni<Edition> edition(
      Mutiny.Session session, Cycle cycle, Moment moment, Cube cube, Scale scale) {
    // As exact as the column: what is told says the same as what is read later.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return editions
        .last(session, cycle)
        .chain(
            last ->
                editions
                    .fingerprint(session, cycle)
                    .chain(
                        fingerprint ->
                            phases(session, cycle, cube, scale)
                                .map(
                                    phases ->
                                        new Edition(
                                            last.map(Edition::number).orElse(0) + 1,
                                            moment,
                                            at,
                                            scale,
                                            phases,
                                            fingerprint,
                                            false))));
  }

  private Uni<Map<Phase, Edition.Extent>> phases(
      Mutiny.Session session, Cycle cycle, Cube cube, Scale scale) {
    Map<Phase, Edition.Extent> phases = new EnumMap<>(Phase.class);
    return Multi.createFrom()
        .iterable(Arrays.asList(Phase.values()))
        .onItem()
        .transformToUniAndConcatenate(
            phase ->
                progress
                    .look(session, cycle, phase)
                    .invoke(
                        look -> {
                          Tally all = cube.tally(phase, Dimensions.NONE, scale, false);
                          if (all.people() > 0) {
                            phases.put(
                                phase,
                                new Edition.Extent(
                                    look.share(), all.people(), all.onOtherScales()));
                          }
                        }))
        .collect()
        .last()
        .replaceWith(phases);
  }

  private Uni<Void> fill(
      Mutiny.Session session, Cycle cycle, Edition edition, Cube cube, List<Dimension> declared) {
    Set<String> followed = new TreeSet<>(Set.of(Dimensions.NONE));
    declared.forEach(dimension -> followed.add(dimension.key()));
    return editions
        .keep(session, cycle, edition)
        .chain(() -> snapshots.take(session, cycle, edition, followed))
        .chain(() -> editions.markShared(session, cycle))
        .chain(() -> groups.keep(session, cycle, edition.number(), byWork(edition, cube)))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(declared)
                    .onItem()
                    .transformToUniAndConcatenate(
                        dimension ->
                            protectedGroups
                                .decide(session, cycle, edition, cube, dimension)
                                .chain(
                                    decided ->
                                        groups.keep(session, cycle, edition.number(), decided)))
                    .collect()
                    .last())
        .chain(() -> evidence.keep(session, cycle, edition, declared));
  }

  /** Partitions by work attributes are kept as they are; who asks decides what of them is shown. */
  private static List<GroupFigure> byWork(Edition edition, Cube cube) {
    List<GroupFigure> figures = new ArrayList<>();
    for (Phase phase : edition.phases().keySet()) {
      List<String> partitions = new ArrayList<>(Dimensions.ORGANISATIONAL);
      // Reviewers are counted by what they gave.
      if (phase == Phase.BEFORE) {
        partitions.add(Dimensions.REVIEWER);
      }
      for (String dimension : partitions) {
        cube.tally(phase, dimension, edition.scale(), false)
            .groups()
            .forEach(
                (value, counts) ->
                    figures.add(
                        new GroupFigure(
                            phase,
                            dimension,
                            value,
                            new Visibility.Shown(true),
                            counts,
                            Map.of())));
      }
    }
    return figures;
  }
}
