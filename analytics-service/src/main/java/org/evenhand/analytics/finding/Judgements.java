package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.ImportedYears;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.fairness.Fairness;
import org.evenhand.analytics.publication.Look;
import org.evenhand.kit.data.Audit;
import org.evenhand.kit.web.Ids;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Judges a cycle formally: every demographic dimension in both metrics, as one family of tests per
 * metric, which are those of {@code /v1/fairness}. Units, places, families and levels are not
 * judged: they differ in their work, and each further test would take from the others' evidence.
 */
@ApplicationScoped
class Judgements {

  private static final String ACTOR = "analytics-service";

  private final DemographicDimensions dimensions;
  private final Fairness fairness;
  private final FindingRepository repository;
  private final Populations populations;
  private final FindingEvents events;
  private final ImportedYears importedYears;
  private final Audit audit;
  private final Clock clock;

  Judgements(
      DemographicDimensions dimensions,
      Fairness fairness,
      FindingRepository repository,
      Populations populations,
      FindingEvents events,
      ImportedYears importedYears,
      Audit audit,
      Clock clock) {
    this.dimensions = dimensions;
    this.fairness = fairness;
    this.repository = repository;
    this.populations = populations;
    this.events = events;
    this.importedYears = importedYears;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Judges what the last edition shows.
   *
   * @param edition of the results; what was judged already is judged again only to see whether
   *     anything has changed
   */
  Uni<Void> judge(Mutiny.Session session, Cycle cycle, long edition) {
    return populations
        .keep(session, cycle.id())
        .chain(() -> dimensions.all(session))
        .chain(
            all ->
                fairness
                    .looks(session, cycle, all, Phase.AFTER)
                    .chain(
                        looks ->
                            precedence(session, cycle)
                                .chain(
                                    before ->
                                        conclude(
                                            session,
                                            cycle,
                                            edition,
                                            before,
                                            assess(cycle, all, looks, before)))));
  }

  private Uni<Precedence> precedence(Mutiny.Session session, Cycle cycle) {
    return repository
        .earlier(session, cycle)
        .chain(
            earlier -> {
              Set<UUID> cycles = new HashSet<>(earlier.keySet());
              cycles.add(cycle.id());
              return repository
                  .upheld(session, cycles)
                  .chain(
                      upheld ->
                          repository
                              .judgementsOf(session, cycle)
                              .map(own -> new Precedence(upheld, earlier, own)));
            });
  }

  private Assessment assess(
      Cycle cycle, List<Dimension> all, SortedMap<String, Look> looks, Precedence before) {
    return Assessment.of(fairness.judge(cycle, all, Phase.AFTER, looks, before.warnings(looks)));
  }

  private Uni<Void> conclude(
      Mutiny.Session session, Cycle cycle, long edition, Precedence before, Assessment now) {
    Reckoning reckoning = Reckoning.of(cycle, now, before);
    return repository
        .lastJudgement(session, cycle.id())
        .chain(
            last ->
                last.filter(judgement -> judgement.covers(edition)).isPresent()
                        && reckoning.changesNothing()
                    ? Uni.createFrom().voidItem()
                    : keep(session, judgement(cycle, edition, last, now), reckoning));
  }

  private Judgement judgement(
      Cycle cycle, long edition, Optional<Judgement> last, Assessment assessed) {
    // As exact as the column: what is told says the same as what is read later.
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    long number = last.map(Judgement::number).orElse(0L) + 1;
    return new Judgement(Ids.next(), cycle, number, edition, assessed.compared(), now);
  }

  private Uni<Void> keep(Mutiny.Session session, Judgement judgement, Reckoning reckoning) {
    List<Finding> found = new ArrayList<>();
    for (Judged each : reckoning.found()) {
      each.verdict()
          .ifPresent(verdict -> found.add(new Finding(Ids.next(), judgement, each, verdict)));
    }
    List<Finding> raised = found.stream().filter(Finding::wasRaised).toList();
    judgement.raised(raised.size());
    reckoning
        .cleared()
        .forEach(
            (finding, reason) ->
                finding.clear(new Clearing(judgement.id(), reason, judgement.judgedAt())));
    reckoning.restored().forEach(Finding::restore);
    List<Finding> cleared =
        reckoning.cleared().keySet().stream().filter(Finding::wasRaised).toList();
    return session
        .persist(judgement)
        .chain(session::flush)
        .chain(() -> session.persistAll(found.toArray()))
        .chain(session::flush)
        .chain(() -> events.judged(session, judgement, raised, cleared))
        .chain(() -> events.restored(session, reckoning.restored(), judgement.judgedAt()))
        .chain(() -> judgeImportedLater(session, judgement, reckoning.restored()))
        .chain(
            () ->
                audit.record(
                    session,
                    "judgement",
                    judgement.id(),
                    "made",
                    ACTOR,
                    Map.of("cycle", judgement.cycleId(), "raised", judgement.raised())));
  }

  /**
   * Years come in any order, and the findings have to be the same: what this one came to counts for
   * those after it, and what it no longer clears another may.
   */
  private Uni<Void> judgeImportedLater(
      Mutiny.Session session, Judgement judgement, List<Finding> restored) {
    Set<UUID> cycles = new HashSet<>(Set.of(judgement.cycleId()));
    restored.forEach(finding -> cycles.add(finding.cycleId()));
    return repository
        .importedLater(session, cycles)
        .chain(later -> importedYears.judge(session, later));
  }
}
