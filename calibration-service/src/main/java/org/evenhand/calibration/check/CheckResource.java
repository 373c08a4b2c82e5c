package org.evenhand.calibration.check;

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
import org.jspecify.annotations.Nullable;

/** Looks of managers at how they rate. */
@KnownCaller
@Path("/v1/calibration-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calibration checks")
public class CheckResource {

  private final CheckReading reading;
  private final Checks checks;
  private final Idempotency idempotency;

  CheckResource(CheckReading reading, Checks checks, Idempotency idempotency) {
    this.reading = reading;
    this.checks = checks;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listCalibrationChecks",
      summary = "Checks, the latest first",
      description = "Those of the obligations that the caller reads.")
  public Uni<Page<CheckView>> list(
      @Parameter(description = "Only those of this obligation") @QueryParam("obligationId")
          @Nullable UUID obligation,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return reading.list(obligation, after, limit);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getCalibrationCheck",
      summary = "One check",
      description =
          "To the manager it shows the text of a PEER check, while it waits for its note and is"
              + " owed, and the text is of others.")
  @APIResponseSchema(
      value = CheckView.class,
      responseCode = "200",
      responseDescription = "The check; ETag is what its note has to name")
  public Uni<Response> get(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @POST
  @Path("/{id}/note")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER})
  @Operation(
      operationId = "noteCalibrationCheck",
      summary = "The manager notes what came of a check; then it counts",
      description =
          "It blocks no rating, changes none, and says nothing about how somebody leads. The"
              + " criterion and the level are held against the policy; the day of the conversation"
              + " is the manager's word, and only that it can be true is looked at.")
  @Extension(
      name = KnownProblems.NAME,
      value = "LEVEL_NOT_ON_SCALE, RULE_VIOLATED, UNKNOWN_CRITERION")
  @APIResponseSchema(
      value = CheckView.class,
      responseCode = "200",
      responseDescription = "The check")
  public Uni<Response> note(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NewCheckNote wanted) {
    return idempotency.once(
        key, "noteCalibrationCheck/" + id, wanted, () -> checks.note(id, wanted, ifMatch));
  }

  @POST
  @Path("/{id}/return")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER})
  @Operation(
      operationId = "returnCalibrationCheck",
      summary = "The manager gives back a check of which nothing is left to look at",
      description =
          "Another can be begun then. The text was of somebody who has left or works for the"
              + " manager by now, the score was taken out, or the precedent was withdrawn.")
  @APIResponseSchema(
      value = CheckView.class,
      responseCode = "200",
      responseDescription = "The check")
  public Uni<Response> giveBack(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    return idempotency.once(
        key, "returnCalibrationCheck/" + id, null, () -> checks.giveBack(id, ifMatch));
  }
}
