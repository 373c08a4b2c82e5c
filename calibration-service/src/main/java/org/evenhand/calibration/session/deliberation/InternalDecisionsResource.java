package org.evenhand.calibration.session.deliberation;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.CalibrationSettings;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;

/** For review-service: the reasons in words, which don't travel in events. */
@KnownCaller
@Path("/internal/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Between services")
public class InternalDecisionsResource {

  private final DecisionReasons reasons;
  private final Caller caller;
  private final CalibrationSettings settings;

  InternalDecisionsResource(DecisionReasons reasons, Caller caller, CalibrationSettings settings) {
    this.reasons = reasons;
    this.caller = caller;
    this.settings = settings;
  }

  @GET
  @Path("/{id}/decisions")
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "getSessionDecisions",
      summary = "The decisions of a locked session with their reasons, and who sat in it",
      description = "For review-service alone, in the order of the reviews' ids.")
  @Extension(name = KnownProblems.NAME, value = "CLIENT_NOT_MEANT, STATE_CONFLICT")
  public Uni<Decisions> decisions(@PathParam("id") UUID id) {
    if (!caller.clientId().equals(settings.reviewServiceClient())) {
      throw Problem.of(
          CommonProblem.CLIENT_NOT_MEANT, "The reasons in words are for review-service alone.");
    }
    return reasons.of(id);
  }
}
