package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.observation.ObservationRequests.CitationRequest;
import org.evenhand.review.growth.observation.ObservationRequests.NewObservation;
import org.evenhand.review.growth.observation.ObservationRequests.ReplyRequest;
import org.jspecify.annotations.Nullable;

/** {@code /v1/observations}. */
@KnownCaller
@Path("/v1/observations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Observations",
    description = "What was seen of somebody in the course of the year, for a review to come")
public class ObservationResource {

  private final ObservationReading reading;
  private final ObservationKeeping keeping;
  private final ObservationSteps steps;
  private final Citing citing;
  private final Idempotency idempotency;

  ObservationResource(
      ObservationReading reading,
      ObservationKeeping keeping,
      ObservationSteps steps,
      Citing citing,
      Idempotency idempotency) {
    this.reading = reading;
    this.keeping = keeping;
    this.steps = steps;
    this.citing = citing;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listObservations",
      summary = "List the observations that the caller may see",
      description =
          "Those that one wrote; those about oneself, once one was told of them; those about people"
              + " whom one leads directly or whose review one has, once they were told. In the"
              + " order in which they were written.")
  public Uni<Page<GatheredObservationView>> list(
      @BeanParam PageRequest page,
      @Parameter(
              description =
                  "A review: only what was seen of its reviewee in the rated period, and what it"
                      + " cites",
              example = "019a8c1e-6f00-7000-8000-000000000112")
          @QueryParam("review")
          @Nullable UUID review) {
    return reading.list(review, page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getObservation",
      summary = "Read an observation",
      description =
          "Until its author tells the person of it, theirs alone; then the person's, and open to"
              + " whoever reviews them. HR reads what a review cites, there.")
  @APIResponseSchema(
      value = GatheredObservationView.class,
      responseCode = "200",
      responseDescription = "The observation; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "keepObservation",
      summary = "Keep what one saw of a colleague, or of oneself",
      description =
          "The criterion is one of the policy in force for the person. Whoever is written about by"
              + " another is told within ten working days: that is a task of the author. What one"
              + " sees of those who lead one is a view from below, and isn't kept here.")
  @Extension(
      name = KnownProblems.NAME,
      value = "CRITERION_UNKNOWN, OBSERVED_IN_FUTURE, OBSERVED_NOT_POSSIBLE, RULE_VIOLATED")
  @APIResponseSchema(
      value = GatheredObservationView.class,
      responseCode = "201",
      responseDescription = "The observation, KEPT")
  public Uni<Response> keep(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NewObservation request) {
    return idempotency.once(key, "keepObservation", request, () -> keeping.keep(request));
  }

  @POST
  @Path("/{id}/telling")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "tellObservation",
      summary = "Show an observation to whom it is about, and to whoever reviews them",
      description =
          "By its author, once, and not to people who lead the author by now. Of oneself nobody has"
              + " to be told; telling lets the reviewer read it.")
  @Extension(name = KnownProblems.NAME, value = "OBSERVED_NOT_POSSIBLE")
  @APIResponseSchema(
      value = GatheredObservationView.class,
      responseCode = "200",
      responseDescription = "The observation, told")
  public Uni<Response> tell(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "tellObservation " + id, null, () -> steps.tell(id, ifMatch));
  }

  @PUT
  @Path("/{id}/reply")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "replyToObservation",
      summary = "Say something to what another saw of one",
      description =
          "Replaces an earlier reply. It travels with the observation, also into a review that"
              + " cites it already, until the result is shared.")
  @APIResponseSchema(
      value = GatheredObservationView.class,
      responseCode = "200",
      responseDescription = "The observation")
  public Uni<Response> reply(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ReplyRequest request) {
    return idempotency.once(
        null, "replyToObservation " + id, request, () -> steps.reply(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/citation")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "citeObservation",
      summary = "Let a review rest on an observation",
      description =
          "By the reviewer, or by the reviewee beside their own view; once by each, and not before"
              + " the person was told. The review gets a copy with author, day and reply, which"
              + " counts as evidence where the day lies in the rated period. The criterion is that"
              + " of the observation, as long as the policy of the cycle has it.")
  @Extension(name = KnownProblems.NAME, value = "CRITERION_UNKNOWN, RULE_VIOLATED")
  @APIResponseSchema(
      value = GatheredObservationView.class,
      responseCode = "200",
      responseDescription = "The observation, CITED")
  public Uni<Response> cite(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CitationRequest request) {
    return idempotency.once(
        key, "citeObservation " + id, request, () -> citing.cite(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawObservation",
      summary = "Take an observation back, before a review cites it",
      description =
          "By its author. The words are gone for good; whoever was told of it sees that it was"
              + " there.")
  @APIResponseSchema(
      value = GatheredObservationView.class,
      responseCode = "200",
      responseDescription = "The observation, WITHDRAWN")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "withdrawObservation " + id, null, () -> steps.withdraw(id, ifMatch));
  }
}
