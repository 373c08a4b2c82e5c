package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** For review-service: the reasons in words, which don't travel in events. */
@KnownCaller
@Path("/internal/v1/calibration-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Between services")
public class InternalDecisionsResource {

  private static final Set<SessionState> DECIDED =
      EnumSet.of(SessionState.LOCKED, SessionState.PUBLISHED, SessionState.READY);

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Caller caller;
  private final CalibrationConfig config;

  InternalDecisionsResource(
      Mutiny.SessionFactory factory,
      SessionRepository repository,
      Caller caller,
      CalibrationConfig config) {
    this.factory = factory;
    this.repository = repository;
    this.caller = caller;
    this.config = config;
  }

  @Schema(example = Examples.DECISIONS)
  public record Decisions(UUID sessionId, List<Reasoned> decisions) {}

  public record Reasoned(
      UUID reviewId,
      Decision.Kind decision,
      @Nullable Integer ordinal,
      Decision.ReasonCode reasonCode,
      String reason) {}

  @GET
  @Path("/{id}/decisions")
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "getSessionDecisions",
      summary = "The decisions of a locked session with their reasons",
      description = "For review-service alone, in the order of the reviews' ids.")
  @Extension(name = KnownProblems.NAME, value = "409")
  public Uni<Decisions> decisions(@PathParam("id") UUID id) {
    if (!caller.clientId().equals(config.reviewServiceClient())) {
      throw Problem.of(
          CalibrationProblem.CLIENT_NOT_MEANT,
          "The reasons in words are for review-service alone.");
    }
    return factory.withTransaction(
        db ->
            repository
                .get(db, id)
                .invoke(
                    session -> {
                      if (!DECIDED.contains(session.state())) {
                        throw Problem.of(
                            CommonProblem.STATE_CONFLICT, "The session is not decided yet.");
                      }
                    })
                .chain(() -> repository.samples(db, id))
                .map(
                    samples ->
                        new Decisions(
                            id,
                            samples.stream()
                                .flatMap(
                                    sample ->
                                        Stream.ofNullable(sample.decision())
                                            .map(
                                                decision ->
                                                    new Reasoned(
                                                        sample.reviewId(),
                                                        decision.kind(),
                                                        decision.ordinal(),
                                                        decision.reasonCode(),
                                                        decision.reason())))
                                .sorted(Comparator.comparing(Reasoned::reviewId))
                                .toList())));
  }
}
