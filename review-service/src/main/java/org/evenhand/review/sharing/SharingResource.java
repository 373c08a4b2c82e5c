package org.evenhand.review.sharing;

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

/** The sharing of results, which HR and the managers of the population decide together. */
@KnownCaller
@Path("/v1/cycles/{id}/sharing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class SharingResource {

  private final SharingDecisions decisions;
  private final Idempotency idempotency;

  SharingResource(SharingDecisions decisions, Idempotency idempotency) {
    this.decisions = decisions;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "proposeSharing",
      summary = "Propose to share the results, as HR or as a manager of the population",
      description =
          "Refused while a calibration session holds reviews whose calibration day is not over; the"
              + " answer names the sessions and the day. What is held beyond it is taken back, as a"
              + " published exception. Where no result waits the cycle goes on without any. While"
              + " it stands no session draws. It lets analytics judge whether the results are fair;"
              + " a further proposal lets it judge anew if the results have changed since. After"
              + " the first round, a later one shares what came too late or was reopened.")
  @Extension(
      name = KnownProblems.NAME,
      value = "NOTHING_TO_SHARE, SESSION_UNDECIDED, SHARING_PROPOSED, SHARING_UNFINISHED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, waiting for the other side")
  public Uni<Response> propose(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "proposeSharing " + id, null, () -> decisions.propose(id, ifMatch));
  }

  @POST
  @Path("/withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawSharing",
      summary = "Take back the proposal to share, as either side",
      description =
          "Also as the side that does not agree. Sessions may draw again, and another proposal may"
              + " follow.")
  @Extension(name = KnownProblems.NAME, value = "NOTHING_PROPOSED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, with no sharing proposed")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "withdrawSharing " + id, null, () -> decisions.withdraw(id, ifMatch));
  }

  @POST
  @Path("/countersignature")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "countersignSharing",
      summary = "Agree to the sharing, as the side that did not propose it",
      description =
          "Refused until analytics has judged what was proposed and each finding of WARN or"
              + " CRITICAL has its joint response (`/v1/findings`); the answer names those that"
              + " wait. No rating is changed by them. Refused, too, where what waits has changed"
              + " since the proposal: it is proposed anew. What no session decided goes on marked"
              + " NOT_CALIBRATED. Results are shared in chunks; the cycle's progress shows how far"
              + " it is.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CYCLE_NOT_JUDGED, FINDINGS_UNANSWERED, NOTHING_PROPOSED, NOTHING_TO_SHARE, "
              + "RESULTS_CHANGED, SAME_PERSON_TWICE, SAME_SIDE_TWICE, SESSION_UNDECIDED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, SHARING")
  public Uni<Response> countersign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "countersignSharing " + id, null, () -> decisions.countersign(id, ifMatch));
  }
}
