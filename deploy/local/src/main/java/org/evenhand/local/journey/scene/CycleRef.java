package org.evenhand.local.journey.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.local.journey.api.Answer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.Listing;

/** The cycle that the company lives through; its key stays the same over starts. */
public record CycleRef(String id) {
  public static final String KEY = "linden-first-year";

  /** What the HRIS may read of it. */
  public static final String RATINGS = "/v1/ratings?cycle=" + KEY;

  /** Empty before it is planned. A person who isn't imported yet sees no cycle either. */
  public static Optional<JsonNode> find(Api reader) {
    if (reader.get("/v1/me").send().status() != 200) {
      return Optional.empty();
    }
    return Listing.all(reader, "/v1/cycles?").stream()
        .filter(cycle -> cycle.path("key").asText().equals(KEY))
        .findFirst();
  }

  public String path() {
    return "/v1/cycles/" + id;
  }

  public Answer read(Api reader) {
    return reader.get(path()).send().expect(200);
  }

  public String state(Api reader) {
    return read(reader).at("/state");
  }

  /** Planned for the day on which the journey planned it. */
  public LocalDate cutOff(Api reader) {
    return LocalDate.parse(read(reader).at("/cutOffDate"));
  }

  /** Whether a piece of work that goes through all people of the cycle is done. */
  public static boolean finished(Answer cycle, String kind) {
    for (JsonNode work : cycle.json().path("progress")) {
      if (work.path("kind").asText().equals(kind)) {
        return work.path("finishedAt").isTextual();
      }
    }
    return false;
  }
}
