package org.evenhand.analytics.rater;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where managers' ratings are profiled: nowhere, until an hr-lead says so. */
@ApplicationScoped
class Profilings {

  private static final String PAGE = "from Profiling p where p.country > :after order by p.country";

  private final Mutiny.SessionFactory sessions;
  private final Journal journal;

  Profilings(Mutiny.SessionFactory sessions, Journal journal) {
    this.sessions = sessions;
    this.journal = journal;
  }

  Uni<Page<ProfilingView>> list(PageRequest page) {
    return sessions.withTransaction(
        session ->
            session
                .createQuery(PAGE, Profiling.class)
                .setParameter("after", page.cursor().map(cursor -> cursor.text(0)).orElse(""))
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .map(found -> found.stream().map(Profiling::view).toList())
                .map(views -> Page.of(views, page.limit(), view -> Cursor.of(view.country()))));
  }

  Uni<ProfilingView> find(String country) {
    return sessions
        .withTransaction(session -> session.find(Profiling.class, country))
        .map(
            found ->
                Optional.ofNullable(found)
                    .map(Profiling::view)
                    .orElseThrow(
                        () ->
                            Problem.of(
                                CommonProblem.NOT_FOUND,
                                "Managers' ratings are not profiled in this country.")));
  }

  /** Switches it on, changes what it rests on, or sets its last day. */
  Uni<Answer> put(String country, ProfilingBody body, @Nullable String ifMatch, String actor) {
    return sessions.withTransaction(
        session ->
            session
                .find(Profiling.class, country)
                .map(Optional::ofNullable)
                .chain(
                    found ->
                        found.isPresent()
                            ? redefine(session, found.get(), body, ifMatch)
                            : define(session, country, body))
                .call(answer -> record(session, country, body, actor)));
  }

  private static Uni<Answer> define(Mutiny.Session session, String country, ProfilingBody body) {
    Profiling created = new Profiling(country, body);
    return session
        .persist(created)
        .chain(session::flush)
        .map(
            done ->
                Answer.created(
                    URI.create("/v1/rater-profiling/" + country),
                    created.version(),
                    created.view()));
  }

  private static Uni<Answer> redefine(
      Mutiny.Session session, Profiling known, ProfilingBody body, @Nullable String ifMatch) {
    Preconditions.require(ifMatch, known.version());
    known.redefine(body);
    return session.flush().map(done -> Answer.ok(known.version(), known.view()));
  }

  private Uni<Void> record(
      Mutiny.Session session, String country, ProfilingBody body, String actor) {
    UUID id = UUID.nameUUIDFromBytes(country.getBytes(StandardCharsets.UTF_8));
    return journal.write(
        session, actor, () -> List.of(Fact.noted("rater-profiling", id, "defined", body)));
  }
}
