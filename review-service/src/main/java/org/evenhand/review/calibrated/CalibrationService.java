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

/** calibration-service's internal API: the reasons in words, which no event carries. */
@RegisterRestClient(configKey = "calibration-service")
@OidcClientFilter
@Path("/internal/v1/calibration-sessions")
interface CalibrationService {

  @GET
  @Path("/{id}/decisions")
  Uni<Reasons> decisions(@PathParam("id") UUID sessionId);

  /** The reasons of a session's decisions. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reasons(UUID sessionId, List<Reason> decisions) {}

  /** Why a session decided so on a review. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Reason(UUID reviewId, String reason) {}
}
