package org.evenhand.review.growth.guide;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Begins guides with templates. */
@KnownCaller
@Path("/v1/templates/CONVERSATION_GUIDE/{key}/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Starter kit")
public class GuideTemplateResource {

  private final Templates templates;
  private final GuideTemplates kind;
  private final GuideSteps steps;
  private final Idempotency idempotency;

  GuideTemplateResource(
      Templates templates, GuideTemplates kind, GuideSteps steps, Idempotency idempotency) {
    this.templates = templates;
    this.kind = kind;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeGuideTemplate",
      summary = "Begin a guide with a text from the starter kit",
      description =
          "As putGuideDraft does with a text of one's own: it holds once the other side has signed"
              + " it. 409 where a text waits already.")
  @Extension(name = KnownProblems.NAME, value = "ALREADY_WRITTEN")
  @APIResponseSchema(
      value = GuideView.class,
      responseCode = "201",
      responseDescription =
          "The guide, with what waits for the other side; Location is its address")
  public Uni<Response> take(
      @Parameter(description = "The template's key") @PathParam("key") String key,
      @BeanParam WantedLanguage wanted,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    Template template = templates.get(GuideTemplates.NAME, key, wanted.language());
    return idempotency.once(
        idempotencyKey,
        "takeGuideTemplate " + key,
        template.language(),
        () -> steps.begin(kind.constant(template), kind.request(template)));
  }
}
