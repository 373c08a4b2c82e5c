package org.evenhand.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Lists of the cycle's reviews, as far as somebody sees them. */
final class Reviews {
  private static final Set<String> AT_WORK = Set.of("NOT_STARTED", "IN_PROGRESS");

  private Reviews() {}

  /**
   * @param role what the reader is to them: reviewee, reviewer, line or hr
   */
  static List<JsonNode> of(Api reader, String role) {
    return Listing.all(reader, "/v1/reviews?cycle=" + CycleRef.KEY + "&role=" + role);
  }

  /** Everybody's own: HR's lead doesn't see those of her own chain. */
  static List<JsonNode> everybodys(Scene scene) {
    return scene.company().people().stream()
        .flatMap(person -> of(scene.as(person), "reviewee").stream())
        .toList();
  }

  static JsonNode own(Api reader) {
    return of(reader, "reviewee").stream()
        .findFirst()
        .orElseThrow(() -> new StepFailed("expected a review of one's own, seen none"));
  }

  static String path(JsonNode review) {
    return "/v1/reviews/" + review.path("id").asText();
  }

  static boolean atWork(JsonNode review) {
    return AT_WORK.contains(review.path("state").asText());
  }
}
