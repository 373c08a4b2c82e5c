package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** What managers owe of a quarter. */
@KnownCaller
@Path("/v1/calibration-obligations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Calibration checks",
    description = "Each quarter managers hold their own rating against that of others")
public class ObligationResource {

  private final ObligationReading reading;

  ObligationResource(ObligationReading reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listCalibrationObligations",
      summary = "How many checks managers owe, the latest first",
      description =
          "The caller's own; those of the units served for HR, all for hr-lead, but not those of"
              + " whoever leads the caller or is led by them. HR reads in each whether an exercise"
              + " is wanted: where there are too few people texts of others tell whose they are,"
              + " and only samples that are scored blind are left to look at.")
  public Uni<Page<ObligationView>> list(
      @Parameter(description = "Only those of this quarter, as 2027-Q1")
          @QueryParam("quarter")
          @Pattern(regexp = Quarter.FORM)
          @Nullable String quarter,
      @BeanParam PageRequest page) {
    int limit = page.limit();
    UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return reading.list(Optional.ofNullable(quarter).map(Quarter::of).orElse(null), after, limit);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getCalibrationObligation",
      summary = "How many checks a manager owes of a quarter",
      description =
          "For the manager and HR of their unit; to all others it doesn't exist. The manager reads"
              + " which kinds of check are open, and why the others aren't.")
  public Uni<ObligationView> get(@PathParam("id") UUID id) {
    return reading.one(id);
  }
}
