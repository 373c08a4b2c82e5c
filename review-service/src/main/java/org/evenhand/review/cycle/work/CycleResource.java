package org.evenhand.review.cycle.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.cycle.reading.CycleView;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/cycles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles", description = "What is reviewed, of whom, by when, and who agreed to it")
public class CycleResource {

  private final Cycles cycles;
  private final Idempotency idempotency;

  CycleResource(Cycles cycles, Idempotency idempotency) {
    this.cycles = cycles;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "planCycle",
      summary = "Plan a cycle on an announced policy version",
      description = "By HR that serves every unit of the population, or the HR lead.")
  @Extension(name = KnownProblems.NAME, value = "CYCLE_KEY_TAKEN, POLICY_NOT_ANNOUNCED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "201",
      responseDescription = "The draft of the cycle")
  public Uni<Response> plan(
      @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CycleRequest request) {
    return idempotency.once(key, "planCycle", request, () -> cycles.plan(request.plan()));
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listCycles",
      summary = "List cycles, the newest first",
      description = "Drafts are shown to HR alone.")
  public Uni<Page<CycleView>> list(@BeanParam PageRequest page) {
    return cycles.list(page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "getCycle",
      summary = "Read a cycle, with its progress and what was missed")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle; ETag is what a step has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return cycles.one(id).map(Versioned::response);
  }

  @POST
  @Path("/{id}/schedule")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "scheduleCycle",
      summary = "Publish the plan: the cycle can be proposed for opening")
  @Extension(name = KnownProblems.NAME, value = "POLICY_NOT_ANNOUNCED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, SCHEDULED")
  public Uni<Response> schedule(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "scheduleCycle " + id, null, () -> cycles.schedule(id, ifMatch));
  }

  @POST
  @Path("/{id}/calibration")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "startCalibration",
      summary = "Let calibration sessions draw from the submitted reviews")
  @Extension(name = KnownProblems.NAME, value = "OPENING_UNFINISHED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, CALIBRATING")
  public Uni<Response> calibrate(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "startCalibration " + id, null, () -> cycles.startCalibration(id, ifMatch));
  }

  @POST
  @Path("/{id}/appeals")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(operationId = "openAppeals", summary = "Enter the appeal window once all is shared")
  @Extension(name = KnownProblems.NAME, value = "SHARING_PROPOSED, SHARING_UNFINISHED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, APPEALS")
  public Uni<Response> appeals(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "openAppeals " + id, null, () -> cycles.openAppeals(id, ifMatch));
  }

  @POST
  @Path("/{id}/closure")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "closeCycle",
      summary = "Close the cycle; whatever changes later is a revision")
  @Extension(name = KnownProblems.NAME, value = "SHARING_PROPOSED, SHARING_UNFINISHED")
  @APIResponseSchema(
      value = CycleView.class,
      responseCode = "200",
      responseDescription = "The cycle, CLOSED")
  public Uni<Response> close(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "closeCycle " + id, null, () -> cycles.close(id, ifMatch));
  }
}
