package org.evenhand.local.journey.chapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Eventually;
import org.evenhand.local.journey.scene.CycleRef;

/** The public topics as a system reads them that has no Kafka. */
final class EventsOverHttp {
  private static final String PATH = "/v1/events?limit=500&types=rating.shared";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Api system;
  private String cursor = "";

  EventsOverHttp(Api system) {
    this.system = system;
  }

  /** Reads on with the same cursor until as many results of the cycle were told, and none twice. */
  void requireShared(int results) {
    Set<String> reviews = new HashSet<>();
    Eventually.within(
        PATIENCE,
        "the events of %d shared results".formatted(results),
        () -> page(reviews),
        page -> !page.json().path("more").asBoolean() && reviews.size() == results);
  }

  private Answer page(Set<String> reviews) {
    Answer page = system.get(PATH + cursor).send().expect(200);
    cursor = "&after=" + page.at("/next");
    for (JsonNode event : page.json().path("items")) {
      JsonNode data = event.path("data");
      if (data.path("cycleKey").asText().equals(CycleRef.KEY)
          && !reviews.add(event.path("subject").asText())) {
        throw page.failed("each result to be told once");
      }
    }
    return page;
  }

  void requireClosedTo(Api person) {
    person.get(PATH).send().expectProblem(403, "forbidden");
  }
}
