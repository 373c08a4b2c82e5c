package org.evenhand.review.cycle.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.cycle.Reason;
import org.evenhand.review.cycle.reading.CycleView;
import org.jspecify.annotations.Nullable;

/** Giving up a cycle, which takes both sides once both have opened it. */
@KnownCaller
@Path("/v1/cycles/{id}/cancellation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class CycleCancellationResource {

  private final CycleCancellations cancellations;
  private final Idempotency idempotency;

  CycleCancellationResource(CycleCancellations cancellations, Idempotency idempotency) {
    this.cancellations = cancellations;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "cancelCycle",
      summary = "Give the cycle up before anything is shared, with the reason",
      description =
          "HR's alone until both sides have agreed to open it. From then on it proposes, as HR or"
              + " as a manager of the population; the cycle goes on until the other side has"
              + " countersigned.")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription =
          "The cycle: CANCELLED, and its reviews follow in chunks; or as before, with the"
              + " cancellation proposed")
  public Uni<Response> cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid Reason reason) {
    return idempotency.once(
        key, "cancelCycle " + id, reason, () -> cancellations.cancel(id, ifMatch, reason));
  }

  @POST
  @Path("/countersignature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "countersignCancellation",
      summary = "Agree to give the cycle up, as the side that did not propose it")
  @Extension(
      name = KnownProblems.NAME,
      value = "NOTHING_PROPOSED, SAME_PERSON_TWICE, SAME_SIDE_TWICE")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, CANCELLED; its reviews follow in chunks")
  public Uni<Response> countersign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "countersignCancellation " + id, null, () -> cancellations.countersign(id, ifMatch));
  }

  @POST
  @Path("/withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawCancellation",
      summary = "Take back the proposal to give the cycle up, as either side")
  @Extension(name = KnownProblems.NAME, value = "NOTHING_PROPOSED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, with no cancellation proposed")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "withdrawCancellation " + id, null, () -> cancellations.withdraw(id, ifMatch));
  }
}
