package org.evenhand.analytics.rater;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.CountryCode;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rater-profiling}. */
@KnownCaller
@Path("/v1/rater-profiling")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Rater profiling",
    description = "Where managers' ratings are profiled, and what allows it; off by default")
public class ProfilingResource {

  private static final String COUNTRY = "[A-Z]{2}";

  private final Profilings profilings;
  private final Idempotency idempotency;
  private final Caller caller;

  ProfilingResource(Profilings profilings, Idempotency idempotency, Caller caller) {
    this.profilings = profilings;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "listRaterProfiling", summary = "The countries, by code")
  public Uni<Page<ProfilingView>> list(@BeanParam PageRequest page) {
    return profilings.list(page);
  }

  @GET
  @Path("/{country}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getRaterProfiling", summary = "What allows it in a country")
  @APIResponse(
      responseCode = "200",
      description = "The country; its version is the ETag",
      content = @Content(schema = @Schema(implementation = ProfilingView.class)))
  public Uni<Response> get(@PathParam("country") @Pattern(regexp = COUNTRY) String country) {
    return profilings.find(country).map(view -> new Versioned<>(view.version(), view).response());
  }

  @PUT
  @Path("/{country}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "putRaterProfiling",
      summary = "Switches profiling on for a country, or changes it (If-Match)",
      description = "Off again with a last day: profiles are then shown to nobody.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = ProfilingView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Switched on",
      content = @Content(schema = @Schema(implementation = ProfilingView.class)))
  public Uni<Response> put(
      @PathParam("country") @CountryCode String country,
      @Parameter(description = "The ETag that was read; the first definition needs none")
          @HeaderParam("If-Match")
          @Nullable String ifMatch,
      @NotNull @Valid ProfilingBody body) {
    ProfilingBody inOrder = body.inOrder();
    return idempotency.once(
        null,
        "putRaterProfiling",
        inOrder,
        () -> profilings.put(country, inOrder, ifMatch, caller.subject()));
  }
}
