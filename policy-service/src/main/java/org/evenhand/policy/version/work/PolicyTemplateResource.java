package org.evenhand.policy.version.work;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.Templates;
import org.evenhand.kit.data.template.WantedLanguage;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.version.reading.VersionView;
import org.jspecify.annotations.Nullable;

/** Begins a policy with a template. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/templates/POLICY/{key}/drafts")
@Tag(name = "Starter kit")
public class PolicyTemplateResource {

  private final Templates templates;
  private final Policies policies;
  private final Idempotency idempotency;

  PolicyTemplateResource(Templates templates, Policies policies, Idempotency idempotency) {
    this.templates = templates;
    this.policies = policies;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takePolicyTemplate",
      summary = "Begin a policy with a draft from the starter kit",
      description =
          "As beginPolicy does with a content of one's own: the draft is one's own from then on,"
              + " lacks nothing, and goes to consultation as any other does.")
  @APIResponseSchema(
      value = VersionView.class,
      responseCode = "201",
      responseDescription = "The draft; Location is its address")
  public Uni<Response> take(
      @Parameter(description = "The template's key") @PathParam("key") String key,
      @BeanParam WantedLanguage wanted,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    Template template = templates.get(PolicyTemplates.NAME, key, wanted.language());
    return idempotency.once(
        idempotencyKey,
        "takePolicyTemplate " + key,
        template.language(),
        () -> policies.begin(template.body()));
  }
}
