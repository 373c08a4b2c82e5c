package org.evenhand.calibration.session.planning;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.session.SessionView;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Who holds a session and who sits in it, from its plan to its end without a decision. */
@KnownCaller
@Path("/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration sessions")
public class PlanningResource {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final Plans plans;
  private final Seats seats;
  private final Idempotency idempotency;

  PlanningResource(Plans plans, Seats seats, Idempotency idempotency) {
    this.plans = plans;
    this.seats = seats;
    this.idempotency = idempotency;
  }

  @Schema(example = "{\"reason\": \"Two of three raters are close to what is scored.\"}")
  public record NewCancellation(
      @NotNull
          @PlainText
          @Size(max = 2000)
          @Schema(
              description = "Its members and hr-lead read it",
              examples = "Two of three raters are close to what is scored.")
          String reason) {}

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "planCalibrationSession",
      summary = "Plan a session; the caller is its facilitator")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CONFLICT_OF_INTEREST, NOT_AT_WORK, SAMPLES_REFUSED, SEAT_TAKEN, "
              + "SECOND_PERSON_REQUIRED, TOO_FEW_REVIEWS, TRAINING_DUE, UNITS_NOT_SERVED,"
              + " UNKNOWN_PERSON")
  @APIResponse(
      responseCode = "201",
      description = "Planned",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> plan(
      @HeaderParam(KEY) @Nullable String key, @Valid @NotNull NewSession wanted) {
    return idempotency.once(key, "planCalibrationSession", wanted, () -> plans.plan(wanted));
  }

  @POST
  @Path("/{id}/co-facilitation")
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      operationId = "agreeToFacilitate",
      summary = "The co-facilitator takes the seat; before that nothing is claimed",
      description = "Who doesn't want it passes the seat on, or cancels the session.")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> agree(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(key, "agreeToFacilitate/" + id, null, () -> seats.agree(id, ifMatch));
  }

  @POST
  @Path("/{id}/seat-changes")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "replaceSeat",
      summary = "Give the seat of a rater or a facilitator to somebody else",
      description =
          "By a facilitator or hr-lead. A facilitator who is at work is replaced by themselves or"
              + " by hr-lead alone. What a rater has scored goes on to count.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CONFLICT_OF_INTEREST, NOT_AT_WORK, SEAT_TAKEN, SECOND_PERSON_REQUIRED, "
              + "TRAINING_DUE, UNKNOWN_PERSON")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> replaceSeat(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull SeatChange change) {
    return idempotency.once(
        key, "replaceSeat/" + id, change, () -> seats.replace(id, change, ifMatch));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "cancelCalibrationSession",
      summary = "End the session without a decision; its reviews go free",
      description = "By either facilitator or hr-lead, as long as it is not locked.")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> cancel(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull NewCancellation wanted) {
    return idempotency.once(
        key,
        "cancelCalibrationSession/" + id,
        wanted,
        () -> plans.cancel(id, wanted.reason(), ifMatch));
  }
}
