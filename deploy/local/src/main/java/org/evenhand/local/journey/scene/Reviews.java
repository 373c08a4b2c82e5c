package org.evenhand.local.journey.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;

/** Lists of the cycle's reviews, as far as somebody sees them. */
public final class Reviews {
  private static final Set<String> AT_WORK = Set.of("NOT_STARTED", "IN_PROGRESS");

  private Reviews() {}

  /**
   * @param role what the reader is to them: reviewee, reviewer, line or hr
   */
  public static List<JsonNode> of(Api reader, String role) {
    return Listing.all(reader, "/v1/reviews?cycle=" + CycleRef.KEY + "&role=" + role);
  }

  /** Everybody's own: HR's lead doesn't see those of her own chain. */
  public static List<JsonNode> everybodys(Scene scene) {
    return scene.company().people().stream()
        .flatMap(person -> of(scene.as(person), "reviewee").stream())
        .toList();
  }

  public static JsonNode own(Api reader) {
    return of(reader, "reviewee").stream()
        .findFirst()
        .orElseThrow(() -> new StepFailed("expected a review of one's own, seen none"));
  }

  public static String path(JsonNode review) {
    return "/v1/reviews/" + review.path("id").asText();
  }

  public static boolean atWork(JsonNode review) {
    return AT_WORK.contains(review.path("state").asText());
  }
}
