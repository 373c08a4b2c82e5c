package org.evenhand.calibration.session.sampling;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.evenhand.calibration.session.RedactedPart;
import org.evenhand.calibration.session.Session;

/** What review-service offers to services alone. */
@RegisterRestClient(configKey = "review-service")
@OidcClientFilter
@Path("/internal/v1/samples")
interface ReviewService {

  /** Claims reviews for a session and redacts them. Idempotent per session. */
  @POST
  Uni<Claimed> claim(Claim claim);

  record Claim(UUID sessionId, UUID cycleId, List<UUID> reviewIds) {

    static Claim of(Session session) {
      return new Claim(session.id(), session.cycleId(), session.reviewIds());
    }
  }

  record Claimed(List<Redacted> samples, List<Refused> refused) {}

  record Redacted(
      UUID reviewId, List<RedactedPart> redactedText, int originalOrdinal, int scaleSize) {}

  record Refused(UUID reviewId, String reason) {}
}
