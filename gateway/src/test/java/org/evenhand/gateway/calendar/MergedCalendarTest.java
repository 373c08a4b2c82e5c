package org.evenhand.gateway.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.evenhand.gateway.routing.Upstream;
import org.evenhand.gateway.routing.UpstreamClient.Answer;
import org.junit.jupiter.api.Test;

class MergedCalendarTest {

  private final MergedCalendar calendars = new MergedCalendar();

  @Test
  void allDatesAreInOneOrderWhereverTheyAreKnown() {
    ObjectNode merged =
        calendars.merged(
            List.of(
                answer("policy", on("2026-12-03", "CONSULTATION", 1)),
                answer("review", on("2026-12-01", "REVIEW", 2), on("2026-12-04", "SELF_REVIEW", 3)),
                answer("analytics", at("2026-12-03T20:00:00Z", "Asia/Tokyo", 4))));

    assertEquals(
        List.of("REVIEW", "CONSULTATION", "FIGURES_PUBLISHED", "SELF_REVIEW"),
        merged.findValuesAsText("kind"));
    assertEquals("2026-12-01", merged.path("from").asText());
    assertEquals("2026-12-31", merged.path("to").asText());
    assertEquals("[]", merged.path("missing").toString());
  }

  @Test
  void whoIsAwayIsNamed() {
    Answer away = new Answer(upstream("calibration"), 503, Buffer.buffer());

    ObjectNode merged = calendars.merged(List.of(away, answer("review")));
    assertEquals("[\"calibration\"]", merged.path("missing").toString());
    assertEquals("2026-12-01", merged.path("from").asText());
  }

  private static JsonObject on(String day, String kind, int id) {
    return entry(kind, id).put("first", day).put("last", day);
  }

  private static JsonObject at(String moment, String zone, int id) {
    return entry("FIGURES_PUBLISHED", id).put("start", moment).put("end", moment).put("zone", zone);
  }

  private static JsonObject entry(String kind, int id) {
    return new JsonObject()
        .put("id", new UUID(0, id).toString())
        .put("kind", kind)
        .put("count", 1)
        .put("state", "CONFIRMED")
        .put("sequence", 0)
        .put("changedAt", "2026-11-29T09:00:00Z")
        .put("operations", new JsonArray());
  }

  private static Upstream upstream(String name) {
    return new Upstream(name, URI.create("http://localhost:1"));
  }

  private static Answer answer(String service, JsonObject... items) {
    return new Answer(
        upstream(service),
        200,
        new JsonObject()
            .put("from", "2026-12-01")
            .put("to", "2026-12-31")
            .put("items", new JsonArray(List.of((Object[]) items)))
            .toBuffer());
  }
}
