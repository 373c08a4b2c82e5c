package org.evenhand.review.growth.mentoring.profile;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.growth.mentoring.profile.MentorProfiles.Filter;
import org.jspecify.annotations.Nullable;

@KnownCaller
@Path("/v1/mentors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Mentoring",
    description = "Two people without a line to one another, and what they say")
public class MentorResource {

  private final ProfileSteps steps;
  private final Idempotency idempotency;

  MentorResource(ProfileSteps steps, Idempotency idempotency) {
    this.steps = steps;
    this.idempotency = idempotency;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "listMentors",
      summary = "List who offers to be a mentor, and has a place for the caller",
      description =
          "People at work to whom the caller has no line, above or below, in any assignment.")
  public Uni<Page<MentorProfileView>> list(
      @BeanParam PageRequest page,
      @Parameter(description = "Only those who offer this skill") @QueryParam("skill")
          @Nullable String skill,
      @Parameter(description = "Only those who speak this language") @QueryParam("language")
          @Nullable String language) {
    return steps.list(new Filter(skill, language), page);
  }

  @GET
  @Path("/me")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "getMentorProfile",
      summary = "Read what one offers as a mentor",
      description = "One's own. 404 for whoever hasn't offered anything yet.")
  @Extension(name = KnownProblems.NAME, value = "NOT_FOUND")
  @APIResponseSchema(
      value = MentorProfileView.class,
      responseCode = "200",
      responseDescription = "One's own profile; ETag is what a change has to name")
  public Uni<Response> own() {
    return steps.own().map(Versioned::response);
  }

  @PUT
  @Path("/me")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "putMentorProfile",
      summary = "Offer to be a mentor, or no more",
      description =
          "By oneself alone. A capacity of 0 takes nobody more; what is agreed already goes on.")
  @APIResponseSchema(
      value = MentorProfileView.class,
      responseCode = "200",
      responseDescription = "One's own profile")
  public Uni<Response> put(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @NotNull @Valid MentorProfileRequest request) {
    return idempotency.once(key, "putMentorProfile", request, () -> steps.put(ifMatch, request));
  }

  @DELETE
  @Path("/me")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD})
  @Operation(
      operationId = "removeMentorProfile",
      summary = "Take back that one offers to be a mentor",
      description = "By oneself alone; what is agreed already goes on. An exit does it too.")
  @Extension(name = KnownProblems.NAME, value = "NOT_FOUND")
  @APIResponse(responseCode = "204", description = "No longer kept")
  public Uni<Response> remove(
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    return idempotency.once(key, "removeMentorProfile", null, () -> steps.remove(ifMatch));
  }
}
