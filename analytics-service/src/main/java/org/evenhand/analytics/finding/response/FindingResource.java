package org.evenhand.analytics.finding.response;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.analytics.finding.FindingState;
import org.evenhand.analytics.finding.FindingVerdict;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/findings}. */
@KnownCaller
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings", description = "What formal judgements of a cycle came to, and what is done")
public class FindingResource {

  private final Findings findings;
  private final Idempotency idempotency;

  FindingResource(Findings findings, Idempotency idempotency) {
    this.findings = findings;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.MANAGER})
  @Operation(
      operationId = "listFindings",
      summary = "Findings, the newest first",
      description =
          "Of every cycle for hr-lead, insight and auditor; for an HR partner of those with a unit"
              + " that they serve, for a manager of those with somebody below them.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_AMBIGUOUS, CYCLE_UNKNOWN")
  public Uni<Page<FindingSummary>> list(
      @Parameter(description = "The key or id of what was judged", example = "2013-14")
          @QueryParam("cycle")
          @Nullable String cycle,
      @Parameter(
              description = "What the finding is about",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"impactRatio", "cliffsDelta"}))
          @QueryParam("metric")
          @Nullable FindingMetric metric,
      @Parameter(description = "How it was judged") @QueryParam("verdict")
          @Nullable FindingVerdict verdict,
      @Parameter(description = "Where it stands") @QueryParam("state") @Nullable FindingState state,
      @Parameter(description = "A demographic dimension", example = "disability")
          @QueryParam("dimension")
          @Nullable String dimension,
      @BeanParam PageRequest page) {
    return findings.list(FindingFilter.of(cycle, metric, verdict, state, dimension), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.INSIGHT, Roles.AUDITOR, Roles.MANAGER})
  @Operation(
      operationId = "getFinding",
      summary = "A finding with all its reasoning, as it was judged",
      description =
          "Words for whoever acts on it and numbers for whoever checks it: n, the effect with its"
              + " interval, the test, the family that it was corrected for, the rule with its"
              + " version, and what would clear it. It never says why there is a difference.")
  @APIResponseSchema(
      value = FindingView.class,
      responseCode = "200",
      responseDescription = "The finding; its version is the ETag")
  public Uni<Response> get(@PathParam("id") UUID id) {
    return idempotency.once(null, "getFinding", null, () -> findings.find(id));
  }

  @POST
  @Path("/{id}/response")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "respondToFinding",
      summary = "Propose what is done about a finding, as HR or as a manager of the cycle's people",
      description =
          "Waits for the other side. Until then another proposal may take its place. The words stay"
              + " here; events tell that there is a response, not what it is.")
  @APIResponseSchema(
      value = FindingView.class,
      responseCode = "200",
      responseDescription = "The finding, waiting for the other side")
  public Uni<Response> respond(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NewResponse wanted) {
    return idempotency.once(
        key, "respondToFinding " + id, wanted, () -> findings.respond(id, ifMatch, wanted));
  }

  @POST
  @Path("/{id}/response/countersignature")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "countersignFindingResponse",
      summary = "Agree to the response, as the side that did not propose it",
      description = "Never the person who proposed it. The finding is then ANSWERED.")
  @Extension(name = KnownProblems.NAME, value = "SAME_PERSON_TWICE, SAME_SIDE_TWICE")
  @APIResponseSchema(
      value = FindingView.class,
      responseCode = "200",
      responseDescription = "The finding, ANSWERED")
  public Uni<Response> countersign(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "countersignFindingResponse " + id, null, () -> findings.countersign(id, ifMatch));
  }
}
