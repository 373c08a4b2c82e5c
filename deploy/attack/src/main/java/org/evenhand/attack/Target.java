package org.evenhand.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.attack.wire.Wire;
import org.evenhand.attack.wire.WireAnswer;
import org.evenhand.attack.wire.WireRequest;

/**
 * The suite under attack, and the callers who may call it.
 *
 * @param gateway the only door
 */
public record Target(Wire gateway, List<Caller> callers) {

  private static final int MOST_REPEATS = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  public static Target of(URI gateway, List<Caller> callers) {
    return new Target(new Wire(gateway), callers);
  }

  /** Tries again after a moment when the rate limit refused it. */
  public WireAnswer send(WireRequest request) {
    byte[] bytes = request.bytes(gateway.authority());
    WireAnswer answer = gateway.exchange(bytes);
    for (int i = 0; i < MOST_REPEATS && answer.status() == 429; i++) {
      pause();
      answer = gateway.exchange(bytes);
    }
    return answer;
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public WireAnswer get(Caller caller, String path) {
    return send(new WireRequest("GET", path).header("Authorization", caller.authorization()));
  }

  /** What a caller reads there; an empty object where they may not, or where it isn't JSON. */
  public JsonNode read(Caller caller, String path) {
    WireAnswer answer = get(caller, path);
    return answer.status() == 200 ? json(answer.body()) : JSON.createObjectNode();
  }

  /** Every item of a list, page by page. */
  public List<JsonNode> all(Caller caller, String path) {
    List<JsonNode> all = new ArrayList<>();
    String next = "";
    do {
      String cursor = next.isEmpty() ? "" : "&cursor=" + next;
      JsonNode page = read(caller, path + "?limit=200" + cursor);
      page.path("items").forEach(all::add);
      next = page.path("next").asText("");
    } while (!next.isEmpty());
    return all;
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  /** The first with that role. */
  public Caller with(String role) {
    return callers.stream()
        .filter(caller -> caller.roles().contains(role))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody has the role " + role));
  }
}
