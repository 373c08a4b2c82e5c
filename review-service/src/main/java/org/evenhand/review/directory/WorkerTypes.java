package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.WorkerTypeResource.WorkerTypeBody;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The closed list of types of workers, which HR keeps. */
@ApplicationScoped
class WorkerTypes {

  private final Mutiny.SessionFactory sessions;
  private final Access access;
  private final Idempotency idempotency;
  private final Audit audit;

  WorkerTypes(Mutiny.SessionFactory sessions, Access access, Idempotency idempotency, Audit audit) {
    this.sessions = sessions;
    this.access = access;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  Uni<List<WorkerTypeBody>> all() {
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(
                    () ->
                        Rows.of(session, "select code from worker_type order by code")
                            .list(row -> new WorkerTypeBody(row.text("code")))));
  }

  Uni<Response> add(@Nullable String idempotencyKey, WorkerTypeBody body) {
    return idempotency.once(
        idempotencyKey,
        "addWorkerType",
        body,
        () ->
            sessions.withTransaction(
                session ->
                    access
                        .person(session)
                        .chain(lead -> add(session, lead, body.code()))
                        .replaceWith(
                            Answer.created(
                                URI.create("/v1/worker-types/" + body.code()), null, body))));
  }

  Uni<Void> remove(String code) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    lead ->
                        run(session, "delete from worker_type where code = :code", code)
                            .invoke(
                                removed -> {
                                  if (removed == 0) {
                                    throw Problem.of(
                                        CommonProblem.NOT_FOUND, "There is no such worker type.");
                                  }
                                })
                            .chain(() -> refuseInUse(session, code))
                            .chain(() -> record(session, lead, "removed", code))));
  }

  private Uni<Void> add(Mutiny.Session session, Viewer lead, String code) {
    return run(
            session, "insert into worker_type values (:code) on conflict (code) do nothing", code)
        .chain(
            added ->
                added == 0 ? Uni.createFrom().voidItem() : record(session, lead, "added", code));
  }

  private static Uni<Void> refuseInUse(Mutiny.Session session, String code) {
    return Rows.of(
            session, "select id from assignment where worker_type = :code and ended_on is null")
        .bind("code", code)
        .any()
        .invoke(
            used -> {
              if (used) {
                throw Problem.of(
                    ReviewProblem.WORKER_TYPE_IN_USE, "Somebody who works here is " + code + ".");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> record(Mutiny.Session session, Viewer lead, String step, String code) {
    return audit.record(
        session,
        "worker-type",
        UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
        step,
        lead.employeeId().toString(),
        Map.of("code", code));
  }

  private static Uni<Integer> run(Mutiny.Session session, String sql, String code) {
    return session.createNativeQuery(sql).setParameter("code", code).executeUpdate();
  }
}
