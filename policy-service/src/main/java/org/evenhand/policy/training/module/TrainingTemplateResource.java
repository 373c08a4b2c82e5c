package org.evenhand.policy.training.module;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.Templates;
import org.evenhand.kit.data.template.WantedLanguage;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Proposes a module from a template. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/templates/TRAINING_MODULE/{key}/drafts")
@Tag(name = "Starter kit")
public class TrainingTemplateResource {

  private final Templates templates;
  private final TrainingTemplates kind;
  private final Modules modules;
  private final Idempotency idempotency;

  TrainingTemplateResource(
      Templates templates, TrainingTemplates kind, Modules modules, Idempotency idempotency) {
    this.templates = templates;
    this.kind = kind;
    this.modules = modules;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeTrainingTemplate",
      summary = "Propose a module of training from the starter kit",
      description =
          "As proposeTrainingModule and writeTrainingModuleText do with a content of one's own. A"
              + " case study begins without precedents: the template names its cases by keys, and"
              + " editTrainingModule has to name published ones before both can agree to it.")
  @Extension(name = KnownProblems.NAME, value = "TRAINING_INVALID, TRAINING_KEY_TAKEN")
  @APIResponseSchema(
      value = ModuleView.class,
      responseCode = "201",
      responseDescription = "The module with its text, PROPOSED; Location is its address")
  public Uni<Response> take(
      @Parameter(description = "The template's key") @PathParam("key") String key,
      @BeanParam WantedLanguage wanted,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid TrainingTemplateRequest request) {
    Template template = templates.get(TrainingTemplates.NAME, key, wanted.language());
    return idempotency.once(
        idempotencyKey,
        "takeTrainingTemplate " + key,
        List.of(template.language(), request),
        () -> modules.propose(kind.module(template, request), Optional.of(kind.text(template))));
  }
}
