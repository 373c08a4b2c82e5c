package org.evenhand.review.growth.peer.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.peer.PeerRefusal;

/** What callers send to a request to a peer. */
final class PeerBodies {

  private PeerBodies() {}

  @Schema(
      name = "PeerNomination",
      example =
          """
          {"reviewId": "019a8c1e-6f00-7000-8000-000000000101",
           "employeeId": "019a8c1e-6f00-7000-8000-000000000021"}
          """)
  record Nomination(@NotNull UUID reviewId, @NotNull UUID employeeId) {}

  @Schema(
      name = "PeerStriking",
      example = "{\"reason\": \"You have worked together for two weeks\"}")
  record Striking(@NotNull @PlainText @Size(max = 500) String reason) {}

  @Schema(name = "PeerRefusalRequest", example = "{\"code\": \"TOO_LITTLE_SEEN\"}")
  record Refusal(@NotNull PeerRefusal code) {}
}
