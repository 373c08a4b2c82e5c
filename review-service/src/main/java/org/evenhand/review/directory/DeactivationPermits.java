package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.evenhand.kit.data.audit.Audit;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lets an hr-lead permit what the guard would refuse. */
@ApplicationScoped
class DeactivationPermits {

  private final Mutiny.SessionFactory sessions;
  private final Idempotency idempotency;
  private final Access access;
  private final DeactivationGuard guard;
  private final Audit audit;

  DeactivationPermits(
      Mutiny.SessionFactory sessions,
      Idempotency idempotency,
      Access access,
      DeactivationGuard guard,
      Audit audit) {
    this.sessions = sessions;
    this.idempotency = idempotency;
    this.access = access;
    this.guard = guard;
    this.audit = audit;
  }

  Uni<Response> grant(@Nullable String idempotencyKey, OrgImportResource.PermitRequest request) {
    return idempotency.once(
        idempotencyKey,
        "permitDeactivations",
        request,
        () ->
            sessions.withTransaction(
                session ->
                    access.person(session).chain(lead -> grant(session, lead, request.atMost()))));
  }

  private Uni<Answer> grant(Mutiny.Session session, Viewer lead, int atMost) {
    return guard
        .permit(session, atMost, lead.employeeId())
        .call(
            permit ->
                audit.record(
                    session,
                    "deactivation-permit",
                    permit.id(),
                    "granted",
                    lead.employeeId().toString(),
                    permit))
        .map(permit -> new Answer(201, null, null, permit));
  }
}
