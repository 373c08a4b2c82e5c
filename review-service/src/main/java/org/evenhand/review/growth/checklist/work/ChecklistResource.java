package org.evenhand.review.growth.checklist.work;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistState;
import org.evenhand.review.growth.checklist.access.ChecklistAccess.Filter;
import org.evenhand.review.growth.checklist.back.ChangesOfAbsence;
import org.evenhand.review.growth.checklist.back.ChangesView;
import org.evenhand.review.growth.checklist.reading.ChecklistReading;
import org.evenhand.review.growth.checklist.reading.ChecklistSummary;
import org.evenhand.review.growth.checklist.reading.ChecklistView;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.BuddyRequest;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.CancellationRequest;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.ChecklistRequest;
import org.evenhand.review.growth.checklist.work.ChecklistRequests.ItemClosingRequest;
import org.jspecify.annotations.Nullable;

/** Checklists as they are read, begun by hand and done. */
@KnownCaller
@Path("/v1/checklists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Checklists",
    description = "What has to be done for somebody who comes, comes back, moves or goes")
public class ChecklistResource {

  private final ChecklistReading reading;
  private final ByHand byHand;
  private final ChecklistSteps steps;
  private final ChangesOfAbsence changes;
  private final Idempotency idempotency;

  ChecklistResource(
      ChecklistReading reading,
      ByHand byHand,
      ChecklistSteps steps,
      ChangesOfAbsence changes,
      Idempotency idempotency) {
    this.reading = reading;
    this.byHand = byHand;
    this.steps = steps;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listChecklists",
      summary = "List the checklists that the caller may see",
      description =
          "One's own; those of assignments that report to one; those of people whom one"
              + " accompanies, without their kind, by which they aren't found; as HR those of the"
              + " units that one serves, outside one's own chain.")
  public Uni<Page<ChecklistSummary>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Our id of the person whose lists are asked for")
          @QueryParam("employee")
          @Nullable UUID employee,
      @Parameter(description = "Only lists of this kind") @QueryParam("kind")
          @Nullable ChecklistKind kind,
      @Parameter(description = "Only lists that stand so") @QueryParam("state")
          @Nullable ChecklistState state) {
    return reading.list(new Filter(employee, kind, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getChecklist",
      summary = "Read a checklist, as far as the caller may see it",
      description =
          "A buddy reads what is theirs to do and for whom, and not on what occasion; their ETag"
              + " tells of that alone.")
  @APIResponseSchema(
      value = ChecklistView.class,
      responseCode = "200",
      responseDescription = "The list; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return reading.one(id).map(Versioned::response);
  }

  @GET
  @Path("/{id}/changes")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getChangesOfAbsence",
      summary = "See what has changed while one was away",
      description =
          "By whoever is back, of their own RETURN: policies that took effect meanwhile and those"
              + " that are announced, the reviews that are open with the part of the period that"
              + " is rated, and goals whose target is from before. It is looked up now.")
  public Uni<ChangesView> changes(@PathParam("id") UUID id) {
    return changes.of(id);
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "beginChecklist",
      summary = "Begin a checklist by hand",
      description =
          "By HR that serves the unit, outside its own chain. Imports begin lists by themselves on"
              + " the day on which something holds; by hand one begins ahead, such as the list of"
              + " somebody who will leave, whose days are counted from their last one.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED, STATE_CONFLICT")
  @APIResponseSchema(
      value = ChecklistView.class,
      responseCode = "201",
      responseDescription = "The list, OPEN")
  public Uni<Response> begin(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ChecklistRequest request) {
    return idempotency.once(key, "beginChecklist", request, () -> byHand.begin(request));
  }

  @POST
  @Path("/{id}/items/{itemId}/closing")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "closeChecklistItem",
      summary = "Say that an item is done, or isn't needed",
      description =
          "By whoever owes it, or HR. It isn't needed for a reason. With the last one the list is"
              + " DONE.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = ChecklistView.class,
      responseCode = "200",
      responseDescription = "The list")
  public Uni<Response> close(
      @PathParam("id") UUID id,
      @PathParam("itemId") UUID item,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid ItemClosingRequest request) {
    return idempotency.once(
        key,
        "closeChecklistItem " + id + " " + item,
        request,
        () -> steps.close(id, item, ifMatch, request));
  }

  @PUT
  @Path("/{id}/buddy")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "nameChecklistBuddy",
      summary = "Name a colleague who accompanies the person",
      description =
          "By whoever leads the person in this assignment, or HR. As long as nobody is named, what"
              + " is a buddy's is the manager's.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = ChecklistView.class,
      responseCode = "200",
      responseDescription = "The list")
  public Uni<Response> accompany(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid BuddyRequest request) {
    return idempotency.once(
        key, "nameChecklistBuddy " + id, request, () -> steps.accompany(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "cancelChecklist",
      summary = "End a checklist that nobody needs",
      description = "By HR, for a reason. What is open is owed no more.")
  @APIResponseSchema(
      value = ChecklistView.class,
      responseCode = "200",
      responseDescription = "The list, CANCELLED")
  public Uni<Response> cancel(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid CancellationRequest request) {
    return idempotency.once(
        key, "cancelChecklist " + id, request, () -> steps.cancel(id, ifMatch, request));
  }
}
