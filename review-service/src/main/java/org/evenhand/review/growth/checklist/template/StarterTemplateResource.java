package org.evenhand.review.growth.checklist.template;

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

/** Says with templates what belongs to lists. */
@KnownCaller
@Path("/v1/templates/CHECKLIST_TEMPLATE/{key}/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Starter kit")
public class StarterTemplateResource {

  private final Templates templates;
  private final StarterTemplates kind;
  private final TemplateSteps steps;
  private final Idempotency idempotency;

  StarterTemplateResource(
      Templates templates, StarterTemplates kind, TemplateSteps steps, Idempotency idempotency) {
    this.templates = templates;
    this.kind = kind;
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeChecklistTemplate",
      summary = "Say with the starter kit what belongs to a list of a kind",
      description =
          "As putChecklistTemplate does with items of one's own: lists begin with them from then"
              + " on. 409 where there are items already.")
  @Extension(name = KnownProblems.NAME, value = "ALREADY_WRITTEN")
  @APIResponseSchema(
      value = TemplateView.class,
      responseCode = "201",
      responseDescription = "The template as it is now; Location is its address")
  public Uni<Response> take(
      @Parameter(description = "The template's key") @PathParam("key") String key,
      @BeanParam WantedLanguage wanted,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    Template template = templates.get(StarterTemplates.NAME, key, wanted.language());
    return idempotency.once(
        idempotencyKey,
        "takeChecklistTemplate " + key,
        template.language(),
        () -> steps.begin(kind.constant(template), kind.request(template)));
  }
}
