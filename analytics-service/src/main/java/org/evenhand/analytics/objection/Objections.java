package org.evenhand.analytics.objection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Accepts objections to rater profiles and their answers. The audit records that there is one,
 * never the words.
 */
@ApplicationScoped
class Objections {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final ObjectionRepository repository;
  private final Readers readers;
  private final Grounds grounds;
  private final Cycles cycles;
  private final Clock clock;

  Objections(
      Mutiny.SessionFactory sessions,
      Steps steps,
      ObjectionRepository repository,
      Readers readers,
      Grounds grounds,
      Cycles cycles,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.repository = repository;
    this.readers = readers;
    this.grounds = grounds;
    this.cycles = cycles;
    this.clock = clock;
  }

  Uni<Page<ObjectionView>> list(
      @Nullable String cycle, Optional<ObjectionState> state, PageRequest page) {
    int limit = page.limit();
    @Nullable UUID before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                readers
                    .caller(session)
                    .chain(
                        reader ->
                            asked(session, cycle)
                                .chain(
                                    asked ->
                                        repository.list(
                                            session, reader, asked, state, before, limit + 1))
                                .map(found -> views(found, reader))))
        .map(views -> Page.of(views, limit, view -> Cursor.of(view.id())));
  }

  private static List<ObjectionView> views(List<Objection> found, Reader reader) {
    return found.stream().map(each -> each.view(reader)).toList();
  }

  private Uni<Optional<UUID>> asked(Mutiny.Session session, @Nullable String cycle) {
    return cycle == null
        ? Uni.createFrom().item(Optional.empty())
        : cycles.require(session, cycle).map(Cycle::id).map(Optional::of);
  }

  Uni<Answer> find(UUID id) {
    return sessions.withTransaction(session -> context(session, id).map(ObjectionContext::answer));
  }

  /** Somebody who objects to their own profile. */
  private record Filing(Mutiny.Session session, Reader rater) implements Steps.Context {

    @Override
    public UUID actor() {
      return rater.person();
    }

    /** There is no objection yet. */
  }

  /** The caller objects to their own profile, once they have seen it. */
  Uni<Answer> file(NewObjection wanted) {
    return steps
        .load(session -> readers.caller(session).map(rater -> new Filing(session, rater)))
        .permitAll()
        .add()
        .take(filing -> file(filing, wanted))
        .tell((filing, objection) -> List.of(fact(objection, "filed")))
        .answerNow((filing, objection) -> filed(objection, filing.rater()));
  }

  private Uni<Objection> file(Filing filing, NewObjection wanted) {
    UUID rater = filing.actor();
    return grounds
        .of(filing.session(), wanted.cycleId(), rater)
        .map(cycle -> new Objection(Ids.next(), cycle, rater, wanted.words(), now()))
        .call(objection -> filing.session().persist(objection));
  }

  Uni<Answer> answer(UUID id, @Nullable String ifMatch, NewReply wanted) {
    return steps
        .load(session -> context(session, id))
        .permit(context -> context.reader().requireAnswers(context.objection().raterId()))
        .match(ifMatch, context -> context.objection().version())
        .takeNow(context -> answer(context, wanted))
        .tell((context, objection) -> List.of(fact(objection, "answered")))
        .answerNow((context, objection) -> context.answer());
  }

  private Objection answer(ObjectionContext context, NewReply wanted) {
    Objection objection = context.objection();
    objection.answer(new Reply(wanted.outcome(), wanted.reason(), context.actor(), now()));
    return objection;
  }

  private static Fact fact(Objection objection, String action) {
    return Fact.noted(
        Objection.AGGREGATE,
        objection.id(),
        action,
        Map.of("state", objection.state(), "version", objection.version()));
  }

  private Uni<ObjectionContext> context(Mutiny.Session session, UUID id) {
    return readers
        .caller(session)
        .chain(
            reader ->
                repository
                    .find(session, id)
                    .map(found -> found.filter(each -> reader.sees(each.raterId())))
                    .map(found -> found.orElseThrow(Objections::unknown))
                    .map(objection -> new ObjectionContext(session, objection, reader)));
  }

  private static Answer filed(Objection objection, Reader reader) {
    return Answer.created(
        URI.create("/v1/rater-objections/" + objection.id()),
        objection.version(),
        objection.view(reader));
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such objection, or you may not know of it.");
  }
}
