package org.evenhand.calibration.precedent.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.precedent.PrecedentFilter;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.calibration.precedent.PrecedentTag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** Precedents as they are read. */
@KnownCaller
@Path("/v1/precedents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Precedents", description = "Cases with the level that they show, fiction or not")
public class PrecedentReadingResource {

  private final PrecedentReading reading;

  PrecedentReadingResource(PrecedentReading reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listPrecedents",
      summary = "Search precedents, the latest first",
      description =
          "Those that are published, unless another state is asked for. What isn't out is shown to"
              + " the two who bring it about, and once it is checked to whoever it is about.")
  public Uni<Page<PrecedentView>> list(
      @Parameter(description = "Only those that stand so; PUBLISHED by default")
          @QueryParam("state")
          @Nullable PrecedentState state,
      @Parameter(description = "Only those of this policy") @QueryParam("policyId")
          @Nullable UUID policyId,
      @Parameter(description = "Only those that speak of this criterion") @QueryParam("criterion")
          @Nullable String criterion,
      @Parameter(description = "Only those that show this level") @QueryParam("ordinal")
          @Nullable Integer ordinal,
      @Parameter(description = "Only those with this tag") @QueryParam("tag")
          @Nullable PrecedentTag tag,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    var wanted =
        new PrecedentFilter(
            Optional.ofNullable(state).orElse(PrecedentState.PUBLISHED),
            policyId,
            criterion,
            ordinal,
            tag);
    return reading.list(wanted, after, limit);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getPrecedent",
      summary = "One precedent",
      description = "Of one that was published and withdrawn it is shown that it was there.")
  @APIResponseSchema(
      value = PrecedentView.class,
      responseCode = "200",
      responseDescription = "The precedent; ETag is what a change has to name")
  public Uni<Response> get(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }
}
