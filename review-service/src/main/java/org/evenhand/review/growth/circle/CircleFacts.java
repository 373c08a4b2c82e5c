package org.evenhand.review.growth.circle;

import java.util.Map;
import org.evenhand.kit.data.step.Fact;

/** What came about with a circle, as the journal takes it. No subscriber hears of it. */
public final class CircleFacts {

  private CircleFacts() {}

  public static Fact noted(CoachingCircle circle, String what) {
    return Fact.noted(
        "coaching-circle",
        circle.id(),
        what,
        Map.of("state", circle.state(), "version", circle.version(), "size", circle.size()));
  }
}
