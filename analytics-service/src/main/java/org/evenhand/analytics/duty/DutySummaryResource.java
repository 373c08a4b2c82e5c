package org.evenhand.analytics.duty;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.jspecify.annotations.Nullable;

/** {@code /v1/duties/summary}. */
@KnownCaller
@Path("/v1/duties/summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duties", description = "What HR and managers owe, and how much of it is late")
public class DutySummaryResource {

  private final DutySummaries summaries;
  private final Caller caller;
  private final Clock clock;

  DutySummaryResource(DutySummaries summaries, Caller caller, Clock clock) {
    this.summaries = summaries;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({
    Roles.EMPLOYEE,
    Roles.MANAGER,
    Roles.HR,
    Roles.HR_LEAD,
    Roles.AUDITOR,
    Roles.INSIGHT
  })
  @Operation(
      operationId = "getDutySummary",
      summary = "How many duties each side has in a quarter, and how many it is late with",
      description =
          "HR, managers and auditors see the same lines. Everybody else sees those of so many"
              + " duties that no single one shows.")
  public Uni<DutySummaryView> get(
      @Parameter(
              description = "The quarter in which they are due; the present one by default",
              example = "2026-Q4")
          @QueryParam("quarter")
          @Pattern(regexp = Quarter.FORM, message = "must be a quarter such as 2026-Q4")
          @Nullable String quarter) {
    boolean whole =
        Stream.of(Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR).anyMatch(caller::has);
    return summaries.of(
        quarter == null ? Quarter.of(LocalDate.now(clock)) : Quarter.of(quarter), whole);
  }
}
