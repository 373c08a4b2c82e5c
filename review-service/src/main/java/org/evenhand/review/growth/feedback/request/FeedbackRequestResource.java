package org.evenhand.review.growth.feedback.request;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/feedback-requests}. */
@KnownCaller
@Path("/v1/feedback-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feedback requests", description = "Asking colleagues for feedback")
public class FeedbackRequestResource {

  private final FeedbackRequestReading reading;
  private final Asking asking;
  private final Declining declining;
  private final OpeningToReport opening;
  private final Idempotency idempotency;

  FeedbackRequestResource(
      FeedbackRequestReading reading,
      Asking asking,
      Declining declining,
      OpeningToReport opening,
      Idempotency idempotency) {
    this.reading = reading;
    this.asking = asking;
    this.declining = declining;
    this.opening = opening;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listFeedbackRequests",
      summary = "List the requests that one has made, is asked, or that are about one",
      description = "In the order in which they were made.")
  public Uni<Page<FeedbackRequestView>> list(@BeanParam PageRequest page) {
    return reading.list(page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getFeedbackRequest",
      summary = "Read a request",
      description =
          "By who asked, who is asked, and whom it is about: they see at once that somebody was"
              + " asked, by whom and when, and the question with the answer, on its day, or when a"
              + " result of theirs is shared, or who asked opens it. Whoever asked sees how the"
              + " answer stands.")
  @APIResponseSchema(
      value = FeedbackRequestView.class,
      responseCode = "200",
      responseDescription = "The request; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "askForFeedback",
      summary = "Ask a colleague for feedback, about oneself or about a report",
      description =
          "A task of whoever is asked until its day, on which it lapses; ten can wait for them. Who"
              + " asks about a report names the day from which on the report reads the answer; once"
              + " a result of theirs is shared they read it before.")
  @Extension(name = KnownProblems.NAME, value = "FEEDBACK_NOT_POSSIBLE, RULE_VIOLATED")
  @APIResponseSchema(
      value = FeedbackRequestView.class,
      responseCode = "201",
      responseDescription = "The request, ASKED")
  public Uni<Response> ask(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid NewFeedbackRequest request) {
    return idempotency.once(key, "askForFeedback", request, () -> asking.ask(request));
  }

  @POST
  @Path("/{id}/opening")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "openFeedbackRequest",
      summary = "Let a report read the answer before its day",
      description = "By who asked about them; from then on the report reads question and answer.")
  @APIResponseSchema(
      value = FeedbackRequestView.class,
      responseCode = "200",
      responseDescription = "The request, with the moment as the one from which it is open")
  public Uni<Response> open(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "openFeedbackRequest " + id, null, () -> opening.open(id, ifMatch));
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "declineFeedbackRequest",
      summary = "Say nothing to a request",
      description = "By whoever is asked; it needs no reason.")
  @APIResponseSchema(
      value = FeedbackRequestView.class,
      responseCode = "200",
      responseDescription = "The request, DECLINED")
  public Uni<Response> decline(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "declineFeedbackRequest " + id, null, () -> declining.decline(id, ifMatch));
  }
}
