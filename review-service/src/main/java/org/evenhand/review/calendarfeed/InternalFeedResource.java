package org.evenhand.review.calendarfeed;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.evenhand.kit.data.caller.KnownCaller;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.KnownProblems;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.evenhand.kit.web.security.Roles;

/** For the gateway: whose feed a secret opens. The secret itself stays with the gateway. */
@KnownCaller
@Path("/internal/v1/calendar-feeds/reading")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Between services")
public class InternalFeedResource {

  /** What a client came with. */
  @Schema(
      name = "FeedReading",
      example =
          "{\"secretHash\":"
              + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
  record Reading(
      @NotNull
          @Pattern(regexp = FeedSecret.DIGEST)
          @Schema(description = "SHA-256 of the secret, as hexadecimal digits")
          String secretHash) {}

  /** Whose dates it gets. */
  @Schema(name = "FeedReader", example = "{\"personId\": \"019a8c1e-6f00-7000-8000-000000000005\"}")
  record Reader(@Schema(description = "Our id of the person") UUID personId) {}

  private final Feeds feeds;
  private final Caller caller;
  private final String gateway;

  InternalFeedResource(
      Feeds feeds,
      Caller caller,
      @ConfigProperty(name = "evenhand.gateway-client", defaultValue = "evenhand-gateway")
          String gateway) {
    this.feeds = feeds;
    this.caller = caller;
    this.gateway = gateway;
  }

  @POST
  @RolesAllowed(Roles.SERVICE)
  @Operation(
      operationId = "readCalendarFeed",
      summary = "Whose feed a secret opens",
      description = "For the gateway alone. The feed counts as used today.")
  @Extension(name = KnownProblems.NAME, value = "CLIENT_NOT_MEANT, NOT_FOUND")
  public Uni<Reader> read(@NotNull @Valid Reading reading) {
    if (!caller.clientId().equals(gateway)) {
      throw Problem.of(CommonProblem.CLIENT_NOT_MEANT, "Feeds are for the gateway alone.");
    }
    return feeds.person(reading.secretHash()).map(Reader::new);
  }
}
