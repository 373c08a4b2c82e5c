package org.evenhand.review.growth.upward.work;

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
import org.evenhand.review.growth.upward.UpwardState;
import org.evenhand.review.growth.upward.access.UpwardAccess.Filter;
import org.evenhand.review.growth.upward.reading.UpwardReading;
import org.evenhand.review.growth.upward.reading.UpwardRoundSummary;
import org.evenhand.review.growth.upward.reading.UpwardRoundView;
import org.evenhand.review.growth.upward.work.UpwardRequests.CancellationRequest;
import org.evenhand.review.growth.upward.work.UpwardRequests.RoundRequest;
import org.jspecify.annotations.Nullable;

/** {@code /v1/upward-rounds}. */
@KnownCaller
@Path("/v1/upward-rounds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Upward rounds",
    description = "All direct reports of a manager are asked together, and shown together")
public class UpwardRoundResource {

  private final UpwardReading reading;
  private final UpwardOpening opening;
  private final UpwardCancelling cancelling;
  private final Idempotency idempotency;

  UpwardRoundResource(
      UpwardReading reading,
      UpwardOpening opening,
      UpwardCancelling cancelling,
      Idempotency idempotency) {
    this.reading = reading;
    this.opening = opening;
    this.cancelling = cancelling;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listUpwardRounds",
      summary = "List the rounds of upward feedback that one may know of",
      description =
          "By the manager whom they are about, those above them, whoever reviews them, and HR; by"
              + " those who are asked as long as the round is open.")
  public Uni<Page<UpwardRoundSummary>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Our id of the manager whom the rounds are about")
          @QueryParam("manager")
          @Nullable UUID manager,
      @Parameter(
              description =
                  "The id of a review: the rounds whose answers the manager reads with its result")
          @QueryParam("review")
          @Nullable UUID review,
      @Parameter(description = "Only rounds that stand so") @QueryParam("state")
          @Nullable UpwardState state) {
    return reading.list(new Filter(manager, review, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getUpwardRound",
      summary = "Read a round of upward feedback",
      description =
          "Nothing that was written before its day is over. Then all of it at once, by question, in"
              + " an order of chance, of nobody by name, and nothing of a question that fewer than"
              + " three have answered. The manager reads it with the result that is on its way to"
              + " them, others at once. Nobody is told who has written; how many answers a question"
              + " has is seen then, and not before.")
  @APIResponseSchema(
      value = UpwardRoundView.class,
      responseCode = "200",
      responseDescription = "The round; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "openUpwardRound",
      summary = "Ask all direct reports of a manager about them",
      description =
          "By whoever leads the manager, or by HR outside of the chain where nobody does. Whoever"
              + " reports to the manager today is asked, also when they move later; not whoever"
              + " would read the answers. It closes when the day is over where the manager works."
              + " Refused for fewer than three reports, of whom nothing could ever be shown.")
  @Extension(name = KnownProblems.NAME, value = "STATE_CONFLICT, RULE_VIOLATED, TOO_FEW_REPORTS")
  @APIResponseSchema(
      value = UpwardRoundView.class,
      responseCode = "201",
      responseDescription = "The round, OPEN")
  public Uni<Response> open(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid RoundRequest request) {
    return idempotency.once(key, "openUpwardRound", request, () -> opening.open(request));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "cancelUpwardRound",
      summary = "End a round before its day",
      description =
          "By whoever could open it now. All that was written is deleted, which nobody has read.")
  @APIResponseSchema(
      value = UpwardRoundView.class,
      responseCode = "200",
      responseDescription = "The round, CANCELLED")
  public Uni<Response> cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CancellationRequest request) {
    return idempotency.once(
        key,
        "cancelUpwardRound " + id,
        request,
        () -> cancelling.cancel(id, ifMatch, request.reason()));
  }
}
