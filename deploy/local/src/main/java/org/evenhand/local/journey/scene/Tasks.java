package org.evenhand.local.journey.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Listing;
import org.evenhand.local.journey.api.StepFailed;

/** What somebody has to do, as they see it. */
public final class Tasks {
  private Tasks() {}

  public static List<JsonNode> of(Api who, String kind) {
    return Listing.all(who, "/v1/tasks?kind=" + kind);
  }

  /** What is done is gone at the next look. */
  public static void expect(Api who, String kind, int expected) {
    int left = of(who, kind).size();
    if (left != expected) {
      throw new StepFailed(
          "expected %d tasks of the kind %s, seen %d".formatted(expected, kind, left));
    }
  }
}
