package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.impact.ReplayQuestion;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.reading.VersionView;
import org.jspecify.annotations.Nullable;

/** Past cycles under the rules of a draft. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/policies/{policyId}/versions/{version}")
@Tag(
    name = "Impact replays",
    description = "What past ratings would have been under a draft, before anybody signs it")
public class ImpactReplayResource {

  private final ReplayRequests requests;
  private final ReplayReading reading;
  private final Idempotency idempotency;

  ImpactReplayResource(ReplayRequests requests, ReplayReading reading, Idempotency idempotency) {
    this.requests = requests;
    this.reading = reading;
    this.idempotency = idempotency;
  }

  @POST
  @Path("impact-replays")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "requestImpactReplay",
      summary = "Ask what past cycles would have come to under the rules of the draft",
      description =
          "In DRAFT and CONSULTATION, at most three times for a version. Closed cycles of the last"
              + " three years under this policy or another one that bound some of the same people,"
              + " or imported ones, of which only the scale is replayed. It runs by itself; an edit"
              + " of the weights, the scale, favourableFrom, the overall, the evidence or the"
              + " eligibility makes it STALE.")
  @Extension(
      name = KnownProblems.NAME,
      value = "REPLAY_INVALID, TOO_MANY_REPLAYS, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = ImpactReplayView.class,
      responseCode = "201",
      responseDescription = "The replay, REQUESTED; Location is its address")
  public Uni<Response> request(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid ReplayQuestion question) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("requestImpactReplay"),
        question,
        () -> requests.request(address, question));
  }

  @GET
  @Path("impact-replays")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "listImpactReplays", summary = "List the replays of a version")
  @APIResponseSchema(
      value = ImpactReplayList.class,
      responseCode = "200",
      responseDescription = "A page of replays, the first one first")
  public Uni<Page<ImpactReplayView>> list(
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @BeanParam PageRequest page) {
    return reading.list(new VersionAddress(policyId, version), page);
  }

  @GET
  @Path("impact-replays/{number}")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getImpactReplay",
      summary = "Read how far a replay is, and what came of it")
  @APIResponseSchema(
      value = ImpactReplayView.class,
      responseCode = "200",
      responseDescription = "The replay")
  public Uni<ImpactReplayView> get(
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @Parameter(description = "The replay's number within its version, from 1 on")
          @PathParam("number")
          int number) {
    return reading.one(new VersionAddress(policyId, version), number);
  }

  @POST
  @Path("impact-replay-waiver")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "waiveImpactReplay",
      summary = "Say why the version can be signed without a replay",
      description =
          "In DRAFT and CONSULTATION. Whoever is to sign reads it, and the announcement prints it."
              + " An edit of the rules or the scope takes it away. Where a replay shows already"
              + " what the rules change there is nothing to waive.")
  @Extension(name = KnownProblems.NAME, value = "REPLAY_DONE, TRANSITION_REFUSED")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "200",
      responseDescription = "The version with the reason")
  public Uni<Response> waive(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @PathParam("policyId") UUID policyId,
      @PathParam("version") int version,
      @NotNull @Valid WaiverReason request) {
    var address = new VersionAddress(policyId, version);
    return idempotency.once(
        key,
        address.operation("waiveImpactReplay"),
        request,
        () -> requests.waive(address, ifMatch, request));
  }
}
