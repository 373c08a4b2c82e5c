package org.evenhand.review.growth.goal.library;

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
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/goal-library")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goal library", description = "Goals that HR keeps ready, by job family and level")
public class LibraryResource {

  private final LibrarySteps library;
  private final Idempotency idempotency;

  LibraryResource(LibrarySteps library, Idempotency idempotency) {
    this.library = library;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listLibraryGoals",
      summary = "List the goals that are kept ready",
      description = "With those that are retired, unless `state` says otherwise.")
  public Uni<Page<LibraryView>> list(
      @BeanParam PageRequest page,
      @Parameter(
              description = "Those that are meant for this family, and those that are for all",
              example = "customer-care")
          @QueryParam("jobFamily")
          @Nullable String jobFamily,
      @Parameter(
              description = "Those that are meant for this level, and those that are for all",
              example = "L4")
          @QueryParam("jobLevel")
          @Nullable String jobLevel,
      @Parameter(description = "Only entries that stand so") @QueryParam("state")
          @Nullable LibraryState state) {
    return library.list(new LibraryRepository.Filter(jobFamily, jobLevel, state), page);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getLibraryGoal",
      summary = "Read an entry of the library",
      description = "Its ETag is needed for a change.")
  @APIResponseSchema(
      value = LibraryView.class,
      responseCode = "200",
      responseDescription = "The entry; ETag is what a change has to name")
  public Uni<Response> one(@PathParam("id") UUID id) {
    return library.one(id).map(Versioned::response);
  }

  @POST
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "addLibraryGoal",
      summary = "Add a goal to the library",
      description =
          "Files of goals name it by its key. Whether its criterion is one of a person's policy is"
              + " looked at when they get the goal.")
  @Extension(name = KnownProblems.NAME, value = "LIBRARY_KEY_TAKEN, RULE_VIOLATED")
  @APIResponseSchema(
      value = LibraryView.class,
      responseCode = "201",
      responseDescription = "The entry, PUBLISHED")
  public Uni<Response> add(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid LibraryRequest request) {
    return idempotency.once(key, "addLibraryGoal", request, () -> library.add(request));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "changeLibraryGoal",
      summary = "Put an entry of the library otherwise",
      description = "Whoever has a goal from it keeps what they agreed to. The key stays.")
  @Extension(name = KnownProblems.NAME, value = "RULE_VIOLATED")
  @APIResponseSchema(
      value = LibraryView.class,
      responseCode = "200",
      responseDescription = "The entry")
  public Uni<Response> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid LibraryRequest request) {
    return idempotency.once(
        key, "changeLibraryGoal " + id, request, () -> library.change(id, ifMatch, request));
  }

  @POST
  @Path("/{id}/retirement")
  @RolesAllowed({Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "retireLibraryGoal",
      summary = "Retire an entry of the library",
      description = "Nobody gets a goal from it any more; those that people have go on.")
  @APIResponseSchema(
      value = LibraryView.class,
      responseCode = "200",
      responseDescription = "The entry, RETIRED")
  public Uni<Response> retire(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(
        key, "retireLibraryGoal " + id, null, () -> library.retire(id, ifMatch));
  }
}
