package org.evenhand.analytics.finding.response;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.demographics.DemographicDimensions;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.finding.FindingAccess;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.analytics.finding.Signature;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows findings to who may know of them, and takes the joint response. */
@ApplicationScoped
class Findings {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final FindingRepository repository;
  private final FindingAccesses accesses;
  private final Cycles cycles;
  private final DemographicDimensions dimensions;
  private final Clock clock;

  Findings(
      Mutiny.SessionFactory sessions,
      Steps steps,
      FindingRepository repository,
      FindingAccesses accesses,
      Cycles cycles,
      DemographicDimensions dimensions,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.repository = repository;
    this.accesses = accesses;
    this.cycles = cycles;
    this.dimensions = dimensions;
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
                            accesses
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
                            accesses
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
        .map(
            asked ->
                repository
                    .audit(session, asked)
                    .chain(audit -> cycles.requireJudged(session, asked, audit))
                    .map(Optional::of))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  Uni<Answer> find(UUID id) {
    return sessions.withTransaction(session -> context(session, id).map(FindingContext::answer));
  }

  Uni<Answer> respond(UUID id, @Nullable String ifMatch, NewResponse wanted) {
    return sign(
        id,
        ifMatch,
        context -> respond(context, wanted),
        context -> FindingEvents.proposed(context.finding()));
  }

  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return sign(
        id,
        ifMatch,
        context -> context.finding().countersign(context.access(), context.at()),
        context -> FindingEvents.answered(context.finding(), context.at()));
  }

  private Uni<Answer> sign(
      UUID id,
      @Nullable String ifMatch,
      Consumer<FindingContext> step,
      Function<FindingContext, Fact> fact) {
    return steps
        .load(session -> context(session, id))
        .permit(context -> context.access().signer())
        .match(ifMatch, context -> context.finding().version())
        .takeNow(
            context -> {
              step.accept(context);
              return context;
            })
        .tell((context, signed) -> List.of(fact.apply(signed)))
        .answerNow((context, signed) -> signed.answer());
  }

  private static void respond(FindingContext context, NewResponse wanted) {
    requireAhead(wanted.dueOn(), context.at());
    FindingAccess access = context.access();
    context
        .finding()
        .respond(
            wanted.action(),
            wanted.dueOn(),
            new Signature(access.signer(), access.proposesFor(), context.at()));
  }

  private static void requireAhead(LocalDate dueOn, Instant now) {
    if (dueOn.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "What is agreed on is still to be done.")
          .with(RANGE.at("/dueOn", "lies in the past"));
    }
  }

  private Uni<FindingContext> context(Mutiny.Session session, UUID id) {
    return repository
        .find(session, id)
        .map(found -> found.orElseThrow(Findings::unknown))
        .chain(
            finding ->
                accesses
                    .of(session, finding.cycleId())
                    .map(access -> new FindingContext(session, finding, access, now())))
        .invoke(
            context -> {
              if (!context.access().sees()) {
                throw unknown();
              }
            });
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such finding, or you may not know of it.");
  }
}
