package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.request.Preconditions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows findings to who may know of them, and takes the joint response. */
@ApplicationScoped
class Findings {

  private static final String AGGREGATE = "finding";

  private final Mutiny.SessionFactory sessions;
  private final FindingRepository repository;
  private final Standings standings;
  private final Cycles cycles;
  private final DemographicDimensions dimensions;
  private final FindingEvents events;
  private final Audit audit;
  private final Clock clock;

  Findings(
      Mutiny.SessionFactory sessions,
      FindingRepository repository,
      Standings standings,
      Cycles cycles,
      DemographicDimensions dimensions,
      FindingEvents events,
      Audit audit,
      Clock clock) {
    this.sessions = sessions;
    this.repository = repository;
    this.standings = standings;
    this.cycles = cycles;
    this.dimensions = dimensions;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  Uni<Page<FindingSummary>> list(FindingFilter filter, PageRequest page) {
    int limit = page.limit();
    @Nullable UUID before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                dimensions
                    .all(session)
                    .invoke(all -> filter.requireKnown(all.stream().map(Dimension::key).toList()))
                    .chain(() -> cycle(session, filter.cycle()))
                    .chain(
                        cycle ->
                            standings
                                .visible(session)
                                .chain(
                                    seen ->
                                        repository.list(
                                            session, filter, cycle, seen, before, limit + 1))))
        .map(found -> found.stream().map(FindingSummary::of).toList())
        .map(found -> Page.of(found, limit, finding -> Cursor.of(finding.id())));
  }

  Uni<Page<JudgementView>> judgements(@Nullable String cycle, PageRequest page) {
    int limit = page.limit();
    @Nullable UUID before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                cycle(session, Optional.ofNullable(cycle))
                    .chain(
                        asked ->
                            standings
                                .visible(session)
                                .chain(
                                    seen ->
                                        repository.judgements(
                                            session, asked, seen, before, limit + 1))))
        .map(found -> found.stream().map(JudgementView::of).toList())
        .map(found -> Page.of(found, limit, judgement -> Cursor.of(judgement.id())));
  }

  private Uni<Optional<UUID>> cycle(Mutiny.Session session, Optional<String> keyOrId) {
    return keyOrId
        .map(asked -> cycles.require(session, asked).map(Cycle::id).map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  Uni<Answer> find(UUID id) {
    return sessions.withTransaction(
        session -> seen(session, id).map(seen -> answer(seen.finding(), seen.standing())));
  }

  Uni<Answer> respond(UUID id, @Nullable String ifMatch, NewResponse wanted) {
    Instant now = now();
    return sign(
        id,
        ifMatch,
        "response-proposed",
        (finding, standing) -> {
          requireAhead(wanted.dueOn(), now);
          finding.respond(
              wanted.action(),
              wanted.dueOn(),
              new Signature(standing.signer(), standing.proposesFor(), now));
        });
  }

  private static void requireAhead(LocalDate dueOn, Instant now) {
    if (dueOn.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "What is agreed on is still to be done.")
          .with(Violation.at("/dueOn", "lies in the past"));
    }
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    Instant now = now();
    return sign(id, ifMatch, "answered", (finding, standing) -> finding.countersign(standing, now));
  }

  private Uni<Answer> sign(
      UUID id, @Nullable String ifMatch, String action, BiConsumer<Finding, Standing> step) {
    return sessions.withTransaction(
        session ->
            seen(session, id)
                .invoke(
                    seen -> {
                      seen.standing().signer();
                      Preconditions.require(ifMatch, seen.finding().version());
                      step.accept(seen.finding(), seen.standing());
                    })
                .call(session::flush)
                .call(seen -> tell(session, seen, action))
                .map(seen -> answer(seen.finding(), seen.standing())));
  }

  private Uni<Void> tell(Mutiny.Session session, Seen seen, String action) {
    Finding finding = seen.finding();
    Uni<Void> told =
        finding.state() == FindingState.ANSWERED
            ? events.answered(session, finding, now())
            : Uni.createFrom().voidItem();
    return told.chain(
        () ->
            audit.record(
                session,
                AGGREGATE,
                finding.id(),
                action,
                seen.standing().signer().toString(),
                Map.of("state", finding.state(), "version", finding.version())));
  }

  private record Seen(Finding finding, Standing standing) {}

  private Uni<Seen> seen(Mutiny.Session session, UUID id) {
    return repository
        .find(session, id)
        .map(found -> found.orElseThrow(Findings::unknown))
        .chain(
            finding ->
                standings
                    .of(session, finding.cycleId())
                    .map(
                        standing -> {
                          if (!standing.sees()) {
                            throw unknown();
                          }
                          return new Seen(finding, standing);
                        }));
  }

  private static Answer answer(Finding finding, Standing standing) {
    return Answer.ok(finding.version(), FindingView.of(finding, standing));
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such finding, or you may not know of it.");
  }
}
