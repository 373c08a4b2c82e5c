package org.evenhand.review.growth.checklist.template;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.jspecify.annotations.Nullable;

/** What belongs to a list of each kind. */
@KnownCaller
@Path("/v1/checklist-templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Checklist templates",
    description = "What has to be done when somebody comes, comes back, moves or goes")
public class TemplateResource {

  private final TemplateSteps templates;
  private final Idempotency idempotency;

  TemplateResource(TemplateSteps templates, Idempotency idempotency) {
    this.templates = templates;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listChecklistTemplates",
      summary = "Read what belongs to a list of each kind",
      description = "Everybody who works here reads them.")
  public Uni<Page<TemplateView>> all() {
    return templates.all();
  }

  @GET
  @Path("/{kind}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getChecklistTemplate",
      summary = "Read what belongs to a list of a kind",
      description = "Its ETag is needed for a change.")
  @APIResponseSchema(
      value = TemplateView.class,
      responseCode = "200",
      responseDescription = "The template; ETag is what a change has to name")
  public Uni<Response> one(
      @Parameter(description = "On what occasion such a list begins") @PathParam("kind")
          ChecklistKind kind) {
    return templates.one(kind).map(Versioned::response);
  }

  @PUT
  @Path("/{kind}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putChecklistTemplate",
      summary = "Say what belongs to a list of a kind",
      description =
          "In the place of what was said before. Lists that run keep what they began with; without"
              + " items none begins. A return is one kind: nothing here tells one leave from"
              + " another, and items shouldn't either.")
  @APIResponseSchema(
      value = TemplateView.class,
      responseCode = "200",
      responseDescription = "The template")
  public Uni<Response> put(
      @Parameter(description = "On what occasion such a list begins") @PathParam("kind")
          ChecklistKind kind,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid TemplateRequest request) {
    return idempotency.once(
        key, "putChecklistTemplate " + kind, request, () -> templates.put(kind, ifMatch, request));
  }
}
