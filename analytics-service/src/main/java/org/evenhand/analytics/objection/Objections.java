package org.evenhand.analytics.objection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Cycles;
import org.evenhand.analytics.directory.Directory;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Accepts objections to rater profiles and their answers. The audit records that there is one,
 * never the words.
 */
@ApplicationScoped
class Objections {

  private static final String AGGREGATE = "rater-objection";

  private final Mutiny.SessionFactory sessions;
  private final ObjectionRepository repository;
  private final Readers readers;
  private final Grounds grounds;
  private final Directory directory;
  private final Cycles cycles;
  private final Caller caller;
  private final Audit audit;
  private final Clock clock;

  Objections(
      Mutiny.SessionFactory sessions,
      ObjectionRepository repository,
      Readers readers,
      Grounds grounds,
      Directory directory,
      Cycles cycles,
      Caller caller,
      Audit audit,
      Clock clock) {
    this.sessions = sessions;
    this.repository = repository;
    this.readers = readers;
    this.grounds = grounds;
    this.directory = directory;
    this.cycles = cycles;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  Uni<Page<ObjectionView>> list(
      @Nullable String cycle, Optional<ObjectionState> state, PageRequest page) {
    int limit = page.limit();
    @Nullable UUID before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions
        .withTransaction(
            session ->
                asked(session, cycle)
                    .chain(
                        asked ->
                            readers
                                .caller(session)
                                .chain(
                                    reader ->
                                        repository
                                            .list(session, reader, asked, state, before, limit + 1)
                                            .map(
                                                found ->
                                                    found.stream()
                                                        .map(each -> each.view(reader))
                                                        .toList()))))
        .map(views -> Page.of(views, limit, view -> Cursor.of(view.id())));
  }

  private Uni<Optional<UUID>> asked(Mutiny.Session session, @Nullable String cycle) {
    return cycle == null
        ? Uni.createFrom().item(Optional.empty())
        : cycles.require(session, cycle).map(Cycle::id).map(Optional::of);
  }

  Uni<Answer> find(UUID id) {
    return sessions.withTransaction(
        session -> seen(session, id).map(seen -> answer(seen.objection(), seen.reader())));
  }

  /** The caller objects to their own profile, once they have seen it. */
  Uni<Answer> file(NewObjection wanted) {
    return sessions.withTransaction(
        session ->
            directory
                .require(session, caller)
                .chain(
                    person ->
                        grounds
                            .of(session, wanted.cycleId(), person.employeeId())
                            .map(
                                cycle ->
                                    new Objection(
                                        Ids.next(),
                                        cycle,
                                        person.employeeId(),
                                        wanted.words(),
                                        now())))
                .call(objection -> session.persist(objection).chain(session::flush))
                .call(filed -> tell(session, filed, "filed", filed.raterId()))
                .chain(filed -> readers.caller(session).map(reader -> filed(filed, reader))));
  }

  Uni<Answer> answer(UUID id, @Nullable String ifMatch, NewReply wanted) {
    return sessions.withTransaction(
        session ->
            seen(session, id)
                .call(
                    seen -> {
                      Objection objection = seen.objection();
                      UUID by = seen.reader().signs(objection.raterId());
                      Preconditions.require(ifMatch, objection.version());
                      objection.answer(new Reply(wanted.outcome(), wanted.reason(), by, now()));
                      return session.flush().chain(() -> tell(session, objection, "answered", by));
                    })
                .map(seen -> answer(seen.objection(), seen.reader())));
  }

  private Uni<Void> tell(Mutiny.Session session, Objection objection, String action, UUID actor) {
    return audit.record(
        session,
        AGGREGATE,
        objection.id(),
        action,
        actor.toString(),
        Map.of("state", objection.state(), "version", objection.version()));
  }

  private record Seen(Objection objection, Reader reader) {}

  private Uni<Seen> seen(Mutiny.Session session, UUID id) {
    return readers
        .caller(session)
        .chain(
            reader ->
                repository
                    .find(session, id)
                    .map(found -> found.filter(each -> reader.sees(each.raterId())))
                    .map(found -> new Seen(found.orElseThrow(Objections::unknown), reader)));
  }

  private static Answer filed(Objection objection, Reader reader) {
    return Answer.created(
        URI.create("/v1/rater-objections/" + objection.id()),
        objection.version(),
        objection.view(reader));
  }

  private static Answer answer(Objection objection, Reader reader) {
    return Answer.ok(objection.version(), objection.view(reader));
  }

  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such objection, or you may not know of it.");
  }
}
