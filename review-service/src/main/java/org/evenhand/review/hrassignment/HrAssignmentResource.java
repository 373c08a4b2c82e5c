package org.evenhand.review.hrassignment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.directory.lines.HrUnit;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/hr-assignments/{employeeExternalId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "HR assignments", description = "Which units an HR partner serves, from when to when")
public class HrAssignmentResource {

  private final HrAssignments assignments;

  HrAssignmentResource(HrAssignments assignments) {
    this.assignments = assignments;
  }

  /** A unit and the days on which it is served, both included; open where {@code to} is absent. */
  public record UnitBody(
      @NotNull @PlainText @Size(max = 200) @Schema(examples = "customer-care") String orgUnit,
      @NotNull @Schema(examples = "2026-01-01") LocalDate from,
      @Schema(examples = "2026-12-31") @Nullable LocalDate to) {

    HrUnit unit() {
      return new HrUnit(orgUnit, from, to);
    }

    static UnitBody of(HrUnit unit) {
      return new UnitBody(unit.orgUnit(), unit.from(), unit.to());
    }
  }

  /** All units that somebody serves; they replace the earlier ones. */
  @Schema(example = "{\"orgUnits\": [{\"orgUnit\": \"customer-care\", \"from\": \"2026-01-01\"}]}")
  public record AssignmentBody(@NotNull @Size(max = 200) @Valid List<@NotNull UnitBody> orgUnits) {}

  /** Who serves which units. */
  @Schema(
      name = "HrAssignment",
      example =
          """
          {"employeeId": "019a8c1e-6f00-7000-8000-000000000003", "externalId": "L002",
           "name": "Oluwaseun Adébáyọ̀-Whitfield",
           "orgUnits": [{"orgUnit": "customer-care", "from": "2026-01-01"}],
           "actions": ["assignHrUnits"]}
          """)
  public record AssignmentView(
      UUID employeeId,
      String externalId,
      String name,
      List<UnitBody> orgUnits,
      List<String> actions) {}

  @GET
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(operationId = "getHrUnits", summary = "Read which units somebody serves as HR partner")
  public Uni<RestResponse<AssignmentView>> read(
      @Parameter(description = "The HRIS' id of the person", example = "L002")
          @PathParam("employeeExternalId")
          String externalId) {
    return assignments.of(externalId).map(HrAssignmentResource::response);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.HR_LEAD)
  @Operation(
      operationId = "assignHrUnits",
      summary = "Say which units somebody serves as HR partner",
      description = "Replaces the whole list. The ETag is that of the employee.")
  public Uni<RestResponse<AssignmentView>> assign(
      @Parameter(description = "The HRIS' id of the person", example = "L002")
          @PathParam("employeeExternalId")
          String externalId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid AssignmentBody body) {
    List<HrUnit> wanted = body.orgUnits().stream().map(UnitBody::unit).toList();
    return assignments.assign(externalId, wanted, ifMatch).map(HrAssignmentResource::response);
  }

  private static RestResponse<AssignmentView> response(HrAssignments.Assigned assigned) {
    return RestResponse.ResponseBuilder.ok(
            new AssignmentView(
                assigned.employee().id(),
                assigned.employee().externalId(),
                assigned.employee().name(),
                assigned.units().stream().map(UnitBody::of).toList(),
                List.of("assignHrUnits")))
        .header(HttpHeaders.ETAG, Preconditions.etag(assigned.version()))
        .build();
  }
}
