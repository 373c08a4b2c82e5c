package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.ImportedYears;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.fairness.Fairness;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.analytics.finding.Populations;
import org.evenhand.analytics.finding.judgement.JudgementRepository.Earlier;
import org.evenhand.analytics.publication.Look;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Judges a cycle formally: every demographic dimension in both metrics, as one family of tests per
 * metric, which are those of {@code /v1/fairness}. Units, places, families and levels are not
 * judged: they differ in their work, and each further test would take from the others' evidence.
 */
@ApplicationScoped
class Judgements {

  /** A session asks the database one thing after the other. */
  private static final int ONE_AT_A_TIME = 1;

  private final DemographicDimensions dimensions;
  private final Fairness fairness;
  private final JudgementRepository repository;
  private final Populations populations;
  private final ImportedYears importedYears;
  private final Rulings rulings;
  private final Clock clock;

  Judgements(
      DemographicDimensions dimensions,
      Fairness fairness,
      JudgementRepository repository,
      Populations populations,
      ImportedYears importedYears,
      Rulings rulings,
      Clock clock) {
    this.dimensions = dimensions;
    this.fairness = fairness;
    this.repository = repository;
    this.populations = populations;
    this.importedYears = importedYears;
    this.rulings = rulings;
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
        .chain(() -> evidence(session, cycle))
        .map(evidence -> ruling(cycle, edition, evidence))
        .chain(
            ruling ->
                ruling
                    .map(made -> keep(session, made))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** What a cycle is judged by. */
  private record Evidence(
      List<Dimension> dimensions, SortedMap<String, Look> looks, EarlierJudgements before) {}

  private Uni<Evidence> evidence(Mutiny.Session session, Cycle cycle) {
    return dimensions
        .all(session)
        .chain(
            all ->
                Uni.combine()
                    .all()
                    .unis(
                        fairness.looks(session, cycle, all, Phase.AFTER),
                        earlierJudgements(session, cycle))
                    .usingConcurrencyOf(ONE_AT_A_TIME)
                    .with((looks, before) -> new Evidence(all, looks, before)));
  }

  private Uni<EarlierJudgements> earlierJudgements(Mutiny.Session session, Cycle cycle) {
    return repository
        .earlier(session, cycle)
        .chain(
            earlier ->
                Uni.combine()
                    .all()
                    .unis(
                        repository.upheld(session, withThis(cycle.id(), earlier)),
                        repository.judgementsOf(session, cycle),
                        repository.lastJudgement(session, cycle.id()))
                    .usingConcurrencyOf(ONE_AT_A_TIME)
                    .with(
                        (upheld, own, last) ->
                            new EarlierJudgements(upheld, justBefore(earlier), own, last)));
  }

  static Set<UUID> withThis(UUID cycle, List<Earlier> earlier) {
    return Stream.concat(Stream.of(cycle), earlier.stream().map(Earlier::cycle))
        .collect(Collectors.toUnmodifiableSet());
  }

  static Set<UUID> justBefore(List<Earlier> earlier) {
    return earlier.stream()
        .filter(Earlier::justBefore)
        .map(Earlier::cycle)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Empty when these results were judged already, and come to the same again. */
  private Optional<Ruling> ruling(Cycle cycle, long edition, Evidence evidence) {
    EarlierJudgements before = evidence.before();
    Assessment now =
        Assessment.of(
            fairness.judge(
                cycle,
                evidence.dimensions(),
                Phase.AFTER,
                evidence.looks(),
                before.warnings(evidence.looks())));
    FindingChanges changes = FindingChanges.of(cycle, now, before);
    if (before.covers(edition) && changes.changesNothing()) {
      return Optional.empty();
    }
    // As exact as the column: what is told says the same as what is read later.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Judgement judgement =
        new Judgement(Ids.next(), cycle, before.next(), edition, now.compared(), at);
    return Optional.of(Ruling.of(judgement, changes));
  }

  private Uni<Void> keep(Mutiny.Session session, Ruling ruling) {
    return rulings.keep(session, ruling).chain(() -> judgeImportedLater(session, ruling));
  }

  /**
   * Years come in any order, and the findings have to be the same: what this one came to counts for
   * those after it, and what it no longer clears another may.
   */
  private Uni<Void> judgeImportedLater(Mutiny.Session session, Ruling ruling) {
    return repository
        .importedLater(session, ruling.cycles())
        .chain(later -> importedYears.judge(session, later));
  }
}
