package org.evenhand.review.cycle.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.evenhand.review.cycle.reading.CycleView;
import org.jspecify.annotations.Nullable;

/** The opening of a cycle, which HR and the managers of the population decide together. */
@KnownCaller
@Path("/v1/cycles/{id}/opening")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class CycleOpeningResource {

  private final CycleOpenings openings;
  private final Idempotency idempotency;

  CycleOpeningResource(CycleOpenings openings, Idempotency idempotency) {
    this.openings = openings;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeOpening",
      summary = "Propose to open the cycle, as HR or as a manager of its population")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, waiting for the other side")
  public Uni<Response> propose(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "proposeOpening " + id, null, () -> openings.propose(id, ifMatch));
  }

  @POST
  @Path("/countersignature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "countersignOpening",
      summary = "Agree to the opening, as the side that did not propose it",
      description =
          "Opens the cycle if the policy is in effect, else when it takes effect. One review per"
              + " eligible assignment follows, in chunks; the cycle's progress shows how far it"
              + " is.")
  @Extension(
      name = KnownProblems.NAME,
      value = "NOTHING_PROPOSED, POLICY_NOT_ANNOUNCED, SAME_PERSON_TWICE, " + "SAME_SIDE_TWICE")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, OPEN, or SCHEDULED until the policy takes effect")
  public Uni<Response> countersign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "countersignOpening " + id, null, () -> openings.countersign(id, ifMatch));
  }
}
