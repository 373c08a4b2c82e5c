package org.evenhand.policy.charter.work;

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
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.template.Template;
import org.evenhand.kit.data.template.Templates;
import org.evenhand.kit.data.template.WantedLanguage;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.charter.reading.CharterView;
import org.jspecify.annotations.Nullable;

/** Drafts a charter from a template. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/templates/CHARTER/{key}/drafts")
@Tag(name = "Starter kit")
public class CharterTemplateResource {

  private final Templates templates;
  private final CharterTemplates kind;
  private final Charters charters;
  private final Idempotency idempotency;

  CharterTemplateResource(
      Templates templates, CharterTemplates kind, Charters charters, Idempotency idempotency) {
    this.templates = templates;
    this.kind = kind;
    this.charters = charters;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "takeCharterTemplate",
      summary = "Draft the next charter from the starter kit",
      description =
          "As draftCharter does with a content of one's own. 409 while another one is drafted.")
  @Extension(name = KnownProblems.NAME, value = "CHARTER_INVALID, CHARTER_UNDER_WAY")
  @APIResponseSchema(
      value = CharterView.class,
      responseCode = "201",
      responseDescription = "The draft; Location is its address")
  public Uni<Response> take(
      @Parameter(description = "The template's key") @PathParam("key") String key,
      @BeanParam WantedLanguage wanted,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @NotNull @Valid CharterTemplateRequest request) {
    Template template = templates.get(CharterTemplates.NAME, key, wanted.language());
    return idempotency.once(
        idempotencyKey,
        "takeCharterTemplate " + key,
        List.of(template.language(), request),
        () -> charters.begin(kind.content(template, request)));
  }
}
