package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.access.AccessPublishing;
import org.evenhand.analytics.access.AccessResults;
import org.evenhand.analytics.access.Audit;
import org.evenhand.analytics.access.OpportunityConsumer;
import org.evenhand.analytics.access.StageResult;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.analytics.counts.TakenIn;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.analytics.finding.Populations;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.analytics.yearly.FigureYears;
import org.evenhand.analytics.yearly.YearlyRoom;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Publishes the opportunities of a year and judges them, each kind for itself, a month after its
 * end: once, when nothing of the topic is left and nothing is being counted anew. Parts that are
 * missing then are waited for some days.
 */
@ApplicationScoped
class AccessYearJudgement implements DueTask {

  private static final Duration LOOK_FOR_PARTS_EVERY = Duration.ofDays(1);

  private final FigureYears years;
  private final AccessPublishing publishing;
  private final AccessResults results;
  private final JudgementRepository repository;
  private final Populations populations;
  private final Rulings rulings;
  private final TakenIn takenIn;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  AccessYearJudgement(
      FigureYears years,
      AccessPublishing publishing,
      AccessResults results,
      JudgementRepository repository,
      Populations populations,
      Rulings rulings,
      TakenIn takenIn,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.years = years;
    this.publishing = publishing;
    this.results = results;
    this.repository = repository;
    this.populations = populations;
    this.rulings = rulings;
    this.takenIn = takenIn;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return YearlyRoom.ACCESS.due();
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID yearId) {
    return takenIn.once(
        session,
        OpportunityConsumer.TOPIC,
        kind(),
        yearId,
        () ->
            years
                .open(session, yearId)
                .chain(
                    open ->
                        open.map(year -> onceWhole(session, yearId, year))
                            .orElseGet(() -> Uni.createFrom().voidItem())));
  }

  private Uni<Void> onceWhole(Mutiny.Session session, UUID yearId, FigureYear year) {
    return publishing
        .awaitsParts(session, year)
        .chain(
            awaits ->
                awaits
                    ? dueWork.schedule(
                        session, kind(), yearId, Instant.now(clock).plus(LOOK_FOR_PARTS_EVERY))
                    : publish(session, year));
  }

  private Uni<Void> publish(Mutiny.Session session, FigureYear year) {
    return publishing
        .publish(session, year)
        .onItem()
        .transformToMulti(made -> Multi.createFrom().iterable(made))
        .onItem()
        .transformToUniAndConcatenate(audit -> judge(session, audit))
        .collect()
        .last()
        .chain(() -> close(session, year));
  }

  private Uni<Void> close(Mutiny.Session session, FigureYear year) {
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    return publishing
        .close(session, year, at)
        .chain(
            () ->
                journal.write(
                    session,
                    "analytics-service",
                    () -> List.of(new YearPublished(year.id(), year.year(), at).fact())));
  }

  private Uni<Void> judge(Mutiny.Session session, Audit audit) {
    return populations
        .keep(session, audit)
        .chain(() -> before(session, audit))
        .chain(
            before ->
                results
                    .of(session, audit, before.warnings())
                    .chain(found -> rulings.keep(session, ruling(audit, found, before))));
  }

  private Uni<EarlierJudgements> before(Mutiny.Session session, Audit audit) {
    return repository
        .earlier(session, audit)
        .chain(
            earlier ->
                repository
                    .upheld(session, Judgements.withThis(audit.id(), earlier))
                    .map(
                        upheld ->
                            new EarlierJudgements(
                                upheld,
                                Judgements.justBefore(earlier),
                                Set.of(),
                                Optional.empty())));
  }

  private Ruling ruling(Audit audit, List<StageResult> found, EarlierJudgements before) {
    // As exact as the column: what is told says the same as what is read later.
    Instant at = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    Cycle judged = new Cycle(audit.id(), audit.key(), Origin.OPPORTUNITIES, at);
    Assessment now = Assessment.ofStages(found);
    return Ruling.of(
        new Judgement(
            Ids.next(), judged, before.next(), Judgement.WITHOUT_EDITIONS, now.compared(), at),
        FindingChanges.of(judged, now, before));
  }
}
