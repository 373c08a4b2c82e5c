package org.evenhand.analytics.demographics;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/demographic-dimensions}. */
@KnownCaller
@Path("/v1/demographic-dimensions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Demographic dimensions",
    description = "Which protected attributes are looked at, and what allows it where")
public class DimensionResource {

  private static final String KEY = "[a-z][a-zA-Z0-9]{1,39}";

  private final DemographicDimensions dimensions;
  private final Idempotency idempotency;
  private final Caller caller;

  DimensionResource(DemographicDimensions dimensions, Idempotency idempotency, Caller caller) {
    this.dimensions = dimensions;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.HR,
    Roles.HR_LEAD,
    Roles.AUDITOR,
    Roles.HRIS,
    Roles.INSIGHT
  })
  @Operation(operationId = "listDimensions", summary = "All demographic dimensions, by key")
  public Uni<Page<DimensionView>> list(@BeanParam PageRequest page) {
    return dimensions.list(page);
  }

  @GET
  @Path("/{key}")
  @RolesAllowed({
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.HR,
    Roles.HR_LEAD,
    Roles.AUDITOR,
    Roles.HRIS,
    Roles.INSIGHT
  })
  @Operation(operationId = "getDimension", summary = "A demographic dimension")
  @Extension(name = KnownProblems.NAME, value = "DIMENSION_UNKNOWN")
  @APIResponse(
      responseCode = "200",
      description = "The dimension; its version is the ETag",
      content = @Content(schema = @Schema(implementation = DimensionView.class)))
  public Uni<Response> get(@PathParam("key") @Pattern(regexp = KEY) String key) {
    return dimensions.find(key).map(view -> new Versioned<>(view.version(), view).response());
  }

  @PUT
  @Path("/{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "putDimension",
      summary = "Defines a demographic dimension, or redefines it (If-Match)",
      description =
          "A value that is no longer among the values, or of a person in a country that is no"
              + " longer enabled, is withdrawn; counts move to undeclared.")
  @Extension(name = KnownProblems.NAME, value = "DIMENSION_KEY_RESERVED")
  @APIResponse(
      responseCode = "200",
      description = "Redefined",
      content = @Content(schema = @Schema(implementation = DimensionView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Defined",
      content = @Content(schema = @Schema(implementation = DimensionView.class)))
  public Uni<Response> put(
      @PathParam("key") @Pattern(regexp = KEY) String key,
      @Parameter(description = "The ETag that was read; the first definition needs none")
          @HeaderParam("If-Match")
          @Nullable String ifMatch,
      @NotNull @Valid DimensionBody body) {
    return idempotency.once(
        null, "putDimension", body, () -> dimensions.put(key, body, ifMatch, caller.subject()));
  }
}
