package org.evenhand.review.calibrated;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * calibration-service's internal API: the reasons in words, and who sat in a session. No event
 * carries these.
 */
@RegisterRestClient(configKey = "calibration-service")
@OidcClientFilter
@Path("/internal/v1/calibration-sessions")
interface CalibrationService {

  @GET
  @Path("/{id}/decisions")
  Uni<Reasons> decisions(@PathParam("id") UUID sessionId);

  /**
   * The reasons of a session's decisions.
   *
   * @param memberIds everybody who has or had a seat
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reasons(UUID sessionId, @Nullable List<UUID> memberIds, List<Reason> decisions) {}

  /** Why a session decided so on a review. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reason(UUID reviewId, String reason) {}
}
