package org.evenhand.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.gateway.routing.UpstreamClient.Answer;
import org.evenhand.kit.web.paging.Cursor;
import org.junit.jupiter.api.Test;

class MergedPagesTest {

  private final MergedPages tasks = new MergedPages("dueOn", "id");

  @Test
  void theSoonestComesFirstWhoeverAsksForIt() {
    ObjectNode merged =
        tasks.merged(
            List.of(
                page("policy", null, task("2026-12-03", 1)),
                page("review", null, task("2026-12-01", 2), task("2026-12-05", 3))),
            50);

    assertEquals(
        List.of("2026-12-01", "2026-12-03", "2026-12-05"), merged.findValuesAsText("dueOn"));
    assertFalse(merged.has("next"));
    assertEquals("[]", merged.path("missing").toString());
  }

  @Test
  void whoIsAwayIsNamed() {
    Answer away = new Answer(upstream("calibration"), 0, Buffer.buffer());

    ObjectNode merged = tasks.merged(List.of(page("review", null), away), 50);
    assertEquals("[\"calibration\"]", merged.path("missing").toString());
  }

  /** A service's page may be shorter than its limit, and go on all the same. */
  @Test
  void nothingIsShownThatLiesBehindAPageThatGoesOn() {
    String end = Cursor.of("2026-12-02", id(9)).encode();
    ObjectNode merged =
        tasks.merged(
            List.of(
                page("policy", end, task("2026-12-01", 1)),
                page("review", null, task("2026-12-02", 2), task("2026-12-05", 3))),
            3);

    assertEquals(List.of("2026-12-01", "2026-12-02"), merged.findValuesAsText("dueOn"));
    assertEquals(end, merged.path("next").asText());
  }

  /** Whatever services hold, hide and answer: each task comes once, in order, to the last one. */
  @Test
  void aReaderOfAllPagesSeesEachTaskOnce() {
    Random chance = new Random(7);
    for (int run = 0; run < 200; run++) {
      List<List<JsonObject>> held =
          IntStream.range(0, 4).mapToObj(i -> some(chance, chance.nextInt(30))).toList();
      int limit = 1 + chance.nextInt(9);
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        String after = cursor;
        ObjectNode page =
            tasks.merged(held.stream().map(each -> answer(each, after, limit)).toList(), limit);
        for (JsonNode task : page.path("items")) {
          seen.add(task.path("dueOn").asText() + " " + task.path("id").asText());
        }
        cursor = page.path("next").asText(null);
      } while (cursor != null);

      assertEquals(
          held.stream()
              .flatMap(List::stream)
              .filter(task -> !task.getBoolean("hidden"))
              .map(MergedPagesTest::place)
              .sorted()
              .toList(),
          seen);
    }
  }

  private static List<JsonObject> some(Random chance, int count) {
    return Stream.generate(
            () ->
                task("2026-12-" + (10 + chance.nextInt(9)), chance.nextInt(Integer.MAX_VALUE))
                    .put("hidden", chance.nextInt(4) == 0))
        .limit(count)
        .sorted((one, other) -> place(one).compareTo(place(other)))
        .toList();
  }

  /** As a service pages: it takes away what is hidden after it has cut the page. */
  private static Answer answer(List<JsonObject> held, String cursor, int limit) {
    String after = cursor == null ? "" : String.join(" ", Cursor.decode(cursor).parts());
    List<JsonObject> rest = held.stream().filter(task -> place(task).compareTo(after) > 0).toList();
    List<JsonObject> page = rest.subList(0, Math.min(limit, rest.size()));
    JsonObject last = page.isEmpty() ? null : page.get(page.size() - 1);
    return page(
        "review",
        rest.size() > limit
            ? Cursor.of(last.getString("dueOn"), last.getString("id")).encode()
            : null,
        page.stream().filter(task -> !task.getBoolean("hidden")).toArray(JsonObject[]::new));
  }

  private static String place(JsonObject task) {
    return task.getString("dueOn") + " " + task.getString("id");
  }

  private static JsonObject task(String dueOn, int id) {
    return new JsonObject().put("id", id(id).toString()).put("dueOn", dueOn);
  }

  private static UUID id(int id) {
    return new UUID(0, id);
  }

  private static Upstream upstream(String name) {
    return new Upstream(name, URI.create("http://localhost:1"));
  }

  private static Answer page(String service, String next, JsonObject... items) {
    JsonObject page = new JsonObject().put("items", new JsonArray(List.of((Object[]) items)));
    if (next != null) {
      page.put("next", next);
    }
    return new Answer(upstream(service), 200, page.toBuffer());
  }
}
