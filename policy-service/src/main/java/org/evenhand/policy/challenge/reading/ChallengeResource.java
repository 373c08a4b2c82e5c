package org.evenhand.policy.challenge.reading;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.openapi.KnownHeaders;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.challenge.ChallengeState;
import org.jspecify.annotations.Nullable;

/** Reading challenges. */
@Produces(MediaType.APPLICATION_JSON)
@KnownCaller
@Path("/v1/challenges")
@Tag(
    name = "Challenges",
    description = "Any employee questions what was agreed or how it is done, and gets an answer")
public class ChallengeResource {

  private final ChallengeReading reading;

  ChallengeResource(ChallengeReading reading) {
    this.reading = reading;
  }

  @GET
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(
      operationId = "listChallenges",
      summary = "List the challenges, oldest first",
      description = "All employees read all of them, with their answers and how long they wait.")
  @APIResponseSchema(
      value = ChallengeList.class,
      responseCode = "200",
      responseDescription = "A page of challenges")
  public Uni<Page<ChallengeView>> list(
      @Parameter(description = "Only those that stand so") @QueryParam("state")
          @Nullable ChallengeState state,
      @BeanParam PageRequest page) {
    return reading.list(state, page);
  }

  @GET
  @Path("{challengeId}")
  @RolesAllowed({Roles.EMPLOYEE, Roles.MANAGER, Roles.HR, Roles.HR_LEAD, Roles.AUDITOR})
  @Operation(operationId = "getChallenge", summary = "Read a challenge and its answers")
  @APIResponseSchema(
      value = ChallengeView.class,
      responseCode = "200",
      responseDescription = "The challenge; ETag is what a change has to name")
  @Extension(name = KnownHeaders.NAME, value = "ETag")
  public Uni<Response> get(@PathParam("challengeId") UUID challengeId) {
    return reading.one(challengeId).map(Versioned::response);
  }
}
