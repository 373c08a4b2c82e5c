package org.evenhand.review.directory.workertype;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.HrLeadStep;
import org.evenhand.review.directory.workertype.WorkerTypeResource.WorkerTypeBody;
import org.hibernate.reactive.mutiny.Mutiny;

/** The closed list of types of workers, which HR keeps. */
@ApplicationScoped
class WorkerTypes {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final Access access;

  WorkerTypes(Mutiny.SessionFactory sessions, Steps steps, Access access) {
    this.sessions = sessions;
    this.steps = steps;
    this.access = access;
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

  Uni<Answer> add(WorkerTypeBody body) {
    String code = body.code();
    return byLead()
        .take(step -> insert(step.session(), code))
        .tell((step, added) -> added ? List.of(fact("added", code)) : List.of())
        .answerNow(
            (step, added) -> Answer.created(URI.create("/v1/worker-types/" + code), null, body));
  }

  Uni<Void> remove(String code) {
    return byLead()
        .take(step -> delete(step.session(), code))
        .tell((step, removed) -> List.of(fact("removed", code)))
        .answer((step, removed) -> Uni.createFrom().voidItem());
  }

  private Steps.Matched<HrLeadStep> byLead() {
    return steps
        .load(session -> access.person(session).map(lead -> new HrLeadStep(session, lead)))
        .permitAll()
        .add();
  }

  private static Uni<Boolean> insert(Mutiny.Session session, String code) {
    return run(
            session, "insert into worker_type values (:code) on conflict (code) do nothing", code)
        .map(added -> added > 0);
  }

  private static Uni<Void> delete(Mutiny.Session session, String code) {
    return run(session, "delete from worker_type where code = :code", code)
        .invoke(
            removed -> {
              if (removed == 0) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no such worker type.");
              }
            })
        .chain(() -> refuseInUse(session, code));
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

  private static Fact fact(String action, String code) {
    return Fact.noted(
        "worker-type",
        UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
        action,
        Map.of("code", code));
  }

  private static Uni<Integer> run(Mutiny.Session session, String sql, String code) {
    return session.createNativeQuery(sql).setParameter("code", code).executeUpdate();
  }
}
