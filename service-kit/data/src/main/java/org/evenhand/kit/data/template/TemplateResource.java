package org.evenhand.kit.data.template;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/**
 * Lists a service's templates; the gateway merges the services' answers. A service without any says
 * {@code evenhand.templates: false} when it is built.
 */
@IfBuildProperty(name = "evenhand.templates", stringValue = "true", enableIfMissing = true)
@KnownCaller
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Starter kit", description = "Texts that a company can begin with")
public class TemplateResource {

  private static final String KIND = "^[A-Z][A-Z_]{0,49}$";

  private final TemplateReading templates;

  TemplateResource(TemplateReading templates) {
    this.templates = templates;
  }

  @GET
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listTemplates",
      summary = "List the texts that one can begin with, by kind and key",
      description =
          "Each once, in one language, which later pages keep. None holds for anybody until it is"
              + " taken.")
  @Extension(name = KnownHeaders.NAME, value = HttpHeaders.CONTENT_LANGUAGE)
  @APIResponseSchema(value = TemplatePage.class, responseDescription = "A page of templates")
  public Uni<Response> list(
      @QueryParam("kind")
          @Parameter(description = "Templates of this kind alone; may be given several times")
          @Nullable List<@Pattern(regexp = KIND, message = "must be a name such as CHARTER") String>
              kinds,
      @BeanParam WantedLanguage wanted,
      @BeanParam PageRequest page) {
    return templates
        .list(kinds == null ? Set.of() : Set.copyOf(kinds), wanted.of(page.cursor()), page)
        .map(InLanguage::response);
  }

  @GET
  @Path("{kind}/{key}")
  @RolesAllowed({Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getTemplate",
      summary = "Read a text that one can begin with",
      description = "Its body is what one would write: take it as it is, or send a changed one.")
  @Extension(name = KnownHeaders.NAME, value = HttpHeaders.CONTENT_LANGUAGE)
  @APIResponseSchema(value = TemplateView.class, responseDescription = "The text")
  public Uni<Response> get(
      @Parameter(description = "The kind, for example CHARTER") @PathParam("kind") String kind,
      @Parameter(description = "The template's key") @PathParam("key") String key,
      @BeanParam WantedLanguage wanted) {
    return templates.one(kind, key, wanted.language()).map(InLanguage::response);
  }
}
