package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.precedent.reading.PrecedentView;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.Templates;
import org.evenhand.kit.data.template.WantedLanguage;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Writes a case from a template. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/templates/PRECEDENT/{key}/drafts")
@Tag(name = "Starter kit")
public class PrecedentTemplateResource {

  private final Templates templates;
  private final PrecedentTemplates kind;
  private final Fiction fiction;
  private final Idempotency idempotency;

  PrecedentTemplateResource(
      Templates templates, PrecedentTemplates kind, Fiction fiction, Idempotency idempotency) {
    this.templates = templates;
    this.kind = kind;
    this.fiction = fiction;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takePrecedentTemplate",
      summary = "Write a case of the starter kit",
      description =
          "As writePrecedent does with a content of one's own: somebody of the other side checks"
              + " it. Criterion and level may be left out where the anchor of the policy is that of"
              + " the kit's, word by word.")
  @Extension(
      name = KnownProblems.NAME,
      value =
          "CASE_NOT_PLACED, LEVEL_NOT_ON_SCALE, NOT_AT_WORK, POLICY_NOT_IN_FORCE,"
              + " SECOND_PERSON_REQUIRED, UNKNOWN_CRITERION, UNKNOWN_PERSON")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "201",
      responseDescription = "The precedent, for its checker to read; Location is its address")
  public Uni<Response> take(
      @Parameter(description = "The template's key") @PathParam("key") String key,
      @BeanParam WantedLanguage wanted,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid PrecedentTemplateRequest request) {
    Template template = templates.get(PrecedentTemplates.NAME, key, wanted.language());
    return idempotency.once(
        idempotencyKey,
        "takePrecedentTemplate " + key,
        List.of(template.language(), request),
        () ->
            kind.precedent(template, request)
                .chain(precedent -> fiction.write(precedent, FictionWords.written(precedent))));
  }
}
