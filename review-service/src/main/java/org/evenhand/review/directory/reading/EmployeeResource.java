package org.evenhand.review.directory.reading;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/employees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Employees", description = "Who works here, as far as the caller may see them")
public class EmployeeResource {

  private final Employees employees;

  EmployeeResource(Employees employees) {
    this.employees = employees;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.HRIS})
  @Operation(
      operationId = "listEmployees",
      summary = "List the employees whom the caller may see, by externalId or by their last change",
      description =
          "Oneself and one's own managers (name and unit); as a manager everybody below by LINE; as"
              + " HR whoever is in a unit that one serves; as HR lead and as the HRIS everybody."
              + " One's own record and chain are closed to the doors of HR.\n\n"
              + "Follow `next` to the last page, keep its `updatedSince`, and hand it in the next"
              + " time: whoever has changed since then comes, those who have left too, each once,"
              + " as they are now, in the order of commits. The token follows that order and not a"
              + " clock, so that nobody is passed over; a very recent change may come a moment"
              + " later, and somebody may come again. Filters go by what holds now. One's managers"
              + " are not among these.")
  public Uni<EmployeesPage> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Unit of any open assignment", example = "customer-care")
          @QueryParam("orgUnit")
          @Nullable String orgUnit,
      @Parameter(description = "Whether they work here, are on leave, or have left")
          @QueryParam("status")
          @Nullable EmploymentStatus status,
      @Parameter(description = "Whose direct reports", example = "L005")
          @QueryParam("managerExternalId")
          @Nullable String managerExternalId,
      @Parameter(description = "What the externalId begins with", example = "L0") @QueryParam("q")
          @Nullable String q,
      @Parameter(
              description = "The token `updatedSince` of an earlier page",
              schema = @Schema(maxLength = 1024))
          @QueryParam("updatedSince")
          @Nullable String updatedSince) {
    return employees.list(
        EmployeeFilter.of(orgUnit, status, managerExternalId, q),
        EmployeeOrder.of(page.cursor, updatedSince),
        page.limit());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.HRIS})
  @Operation(operationId = "getEmployee", summary = "Read an employee whom the caller may see")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<RestResponse<EmployeeView>> one(@PathParam("id") UUID id) {
    return employees
        .one(id)
        .map(
            shown ->
                RestResponse.ResponseBuilder.ok(shown.view())
                    .header(HttpHeaders.ETAG, Preconditions.etag(shown.version()))
                    .build());
  }
}
