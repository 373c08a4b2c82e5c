package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.calibration.session.SessionView;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** The samples, whether somebody is recognisable in one, and what is done about it. */
@KnownCaller
@Path("/v1/calibration-sessions/{id}/samples")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Calibration samples",
    description = "Redacted reviews that raters score without knowing whose they are")
public class SampleResource {

  private static final String KEY = "Idempotency-Key";
  private static final String IF_MATCH = "If-Match";

  private final Samples samples;
  private final SampleChecks checks;
  private final Idempotency idempotency;

  SampleResource(Samples samples, SampleChecks checks, Idempotency idempotency) {
    this.samples = samples;
    this.checks = checks;
    this.idempotency = idempotency;
  }

  @Schema(example = "{\"passage\": \"Madame Holt\"}")
  public record FoundPassage(
      @NotNull
          @PlainText
          @Size(max = 500)
          @Schema(
              description = "As it stands in the sample; the facilitators alone read it",
              examples = "Madame Holt")
          String passage) {}

  @Schema(example = "{\"passage\": \"Madame Holt\", \"placeholder\": \"[Colleague A]\"}")
  public record NewRedaction(
      @NotNull
          @PlainText
          @Size(max = 500)
          @Schema(
              description = "As it stands in the sample; it is taken out wherever it stands",
              examples = "Madame Holt")
          String passage,
      @Pattern(
              regexp = RedactedPart.PLACEHOLDER,
              message = "is a placeholder as samples have them, such as [Colleague A]")
          @Schema(
              description = "What stands there instead; [Removed] by default",
              examples = "[Colleague A]")
          @Nullable String placeholder) {}

  @Schema(example = "{\"reason\": \"The story itself tells who it is.\"}")
  public record NewWithdrawal(
      @NotNull @PlainText @Size(max = 2000) @Schema(examples = "The story itself tells who it is.")
          String reason) {}

  @GET
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "listSamples",
      summary = "The redacted samples that the caller may read, with their own scores")
  @Extension(name = KnownProblems.NAME, value = "UNITS_NOT_SERVED")
  public Uni<Page<SampleView>> list(@PathParam("id") UUID id) {
    // A session has at most 500 reviews: one page.
    return samples.list(id).map(found -> new Page<>(found, null));
  }

  @POST
  @Path("/{sampleId}/check")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "checkSample",
      summary = "The co-facilitator has read a redacted sample and found nobody in it")
  @Extension(
      name = KnownProblems.NAME,
      value = "CO_FACILITATOR_NOT_AGREED, SECOND_PERSON_REQUIRED, TRAINING_DUE")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> check(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch) {
    return idempotency.once(
        key, "checkSample/" + sampleId + "/" + id, null, () -> checks.check(id, sampleId, ifMatch));
  }

  @POST
  @Path("/{sampleId}/objection")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "sendSampleBack",
      summary = "The co-facilitator has recognised somebody: send the sample back with the passage")
  @Extension(
      name = KnownProblems.NAME,
      value = "CO_FACILITATOR_NOT_AGREED, PASSAGE_NOT_FOUND, SECOND_PERSON_REQUIRED, TRAINING_DUE")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> sendBack(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull FoundPassage found) {
    return idempotency.once(
        key,
        "sendSampleBack/" + sampleId + "/" + id,
        found,
        () -> checks.sendBack(id, sampleId, found.passage(), ifMatch));
  }

  @POST
  @Path("/{sampleId}/redaction")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "redactSample",
      summary = "The facilitator takes a passage out by hand; the sample is checked again",
      description =
          "A text can lose passages here and gain none: it stays the evidence that the reviewer"
              + " wrote.")
  @Extension(
      name = KnownProblems.NAME,
      value = "PASSAGE_NOT_FOUND, SECOND_PERSON_REQUIRED, UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> redact(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull NewRedaction wanted) {
    String placeholder = wanted.placeholder() == null ? RedactedPart.REMOVED : wanted.placeholder();
    return idempotency.once(
        key,
        "redactSample/" + sampleId + "/" + id,
        wanted,
        () -> checks.redact(id, sampleId, wanted.passage(), placeholder, ifMatch));
  }

  @POST
  @Path("/{sampleId}/withdrawal")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD, Roles.MANAGER})
  @Operation(
      operationId = "withdrawSample",
      summary = "A facilitator takes a sample out of the session; its review goes free",
      description =
          "Before the reveal; of an exercise also after it. With the sample goes what was scored"
              + " of it.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CO_FACILITATOR_NOT_AGREED, LAST_SAMPLE, SECOND_PERSON_REQUIRED, " + "UNITS_NOT_SERVED")
  @APIResponse(
      responseCode = "200",
      description = "The session",
      content = @Content(schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> withdraw(
      @PathParam("id") UUID id,
      @PathParam("sampleId") UUID sampleId,
      @HeaderParam(KEY) @Nullable String key,
      @HeaderParam(IF_MATCH) @Nullable String ifMatch,
      @Valid @NotNull NewWithdrawal wanted) {
    return idempotency.once(
        key,
        "withdrawSample/" + sampleId + "/" + id,
        wanted,
        () -> checks.withdraw(id, sampleId, wanted.reason(), ifMatch));
  }
}
