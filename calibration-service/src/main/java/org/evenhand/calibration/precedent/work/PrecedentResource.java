package org.evenhand.calibration.precedent.work;

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
import org.evenhand.calibration.precedent.reading.PrecedentView;
import org.evenhand.calibration.precedent.work.PrecedentRequests.NewPrecedent;
import org.evenhand.calibration.precedent.work.PrecedentRequests.PrecedentRedaction;
import org.evenhand.calibration.precedent.work.PrecedentRequests.PrecedentWithdrawal;
import org.evenhand.calibration.precedent.work.PrecedentRequests.RecognisedPassage;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Precedents as they are written, checked, objected to and withdrawn. */
@KnownCaller
@Path("/v1/precedents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Precedents")
public class PrecedentResource {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final Fiction fiction;
  private final PrecedentSteps steps;
  private final Idempotency idempotency;

  PrecedentResource(Fiction fiction, PrecedentSteps steps, Idempotency idempotency) {
    this.fiction = fiction;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "writePrecedent",
      summary = "Write a case that never was",
      description =
          "One of HR and somebody who leads people bring it about: the one writes it, the other"
              + " checks that nobody is recognisable.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "LEVEL_NOT_ON_SCALE, NOT_AT_WORK, POLICY_NOT_IN_FORCE, SECOND_PERSON_REQUIRED, "
              + "UNKNOWN_CRITERION, UNKNOWN_PERSON")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "201",
      responseDescription = "The precedent, for its checker to read")
  public Uni<Response> write(
      @HeaderParam(KEY) @Nullable String key, @Valid @NotNull NewPrecedent wanted) {
    return idempotency.once(key, "writePrecedent", wanted, () -> fiction.write(wanted));
  }

  @POST
  @Path("/{id}/return")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "returnPrecedent",
      summary = "The checker has recognised somebody: give it back with the passage")
  @Extension(name = KnownProblems.NAME, value = "PASSAGE_NOT_FOUND")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "200",
      responseDescription = "The precedent")
  public Uni<Response> giveBack(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull RecognisedPassage found) {
    return idempotency.once(
        key, "returnPrecedent/" + id, found, () -> steps.giveBack(id, found.passage(), ifMatch));
  }

  @POST
  @Path("/{id}/redaction")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "redactPrecedent",
      summary = "The author takes a passage out; the checker reads it again",
      description = "A text can lose passages here and gain none.")
  @Extension(name = KnownProblems.NAME, value = "PASSAGE_NOT_FOUND")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "200",
      responseDescription = "The precedent")
  public Uni<Response> redact(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull PrecedentRedaction wanted) {
    return idempotency.once(
        key,
        "redactPrecedent/" + id,
        wanted,
        () -> steps.redact(id, wanted.passage(), wanted.instead(), ifMatch));
  }

  @POST
  @Path("/{id}/check")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "checkPrecedent",
      summary = "The checker has read it and found nobody",
      description =
          "It is out after ten working days. Of a review, whoever it is about can object until"
              + " then; fiction takes as long, so that nobody can tell the one from the other.")
  @Extension(name = KnownProblems.NAME, value = "CONFLICT_OF_INTEREST, SECOND_PERSON_REQUIRED")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "200",
      responseDescription = "The precedent")
  public Uni<Response> check(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(key, "checkPrecedent/" + id, null, () -> steps.check(id, ifMatch));
  }

  @POST
  @Path("/{id}/objection")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "objectToPrecedent",
      summary = "Whoever it is about doesn't want it",
      description =
          "Without a reason. Its words are gone at once, and nothing of the review becomes a"
              + " precedent again.")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "200",
      responseDescription = "That it is withdrawn")
  public Uni<Response> object(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(key, "objectToPrecedent/" + id, null, () -> steps.object(id, ifMatch));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "withdrawPrecedent",
      summary = "Withdraw a precedent; its words go with it",
      description =
          "Before it is out, either of the two who bring it about. Of one that is out, one of HR"
              + " or a manager asks for it, and one of the other side agrees by the same"
              + " operation.")
  @Extension(name = KnownProblems.NAME, value = "SECOND_PERSON_REQUIRED")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "200",
      responseDescription = "The precedent, withdrawn or with what waits for the other side")
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull PrecedentWithdrawal wanted) {
    return idempotency.once(
        key, "withdrawPrecedent/" + id, wanted, () -> steps.withdraw(id, wanted.cause(), ifMatch));
  }
}
