package org.evenhand.local.journey.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/** Bulk imports: sends a file and waits until its last row is through. */
public final class Imports {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Set<String> OVER = Set.of("DONE", "FAILED");

  private final Api sender;

  public Imports(Api sender) {
    this.sender = sender;
  }

  /** The finished import: rows, created, changed, unchanged, refused. */
  JsonNode send(String path, String csv) {
    Answer taken = sender.post(path).csv(csv).send().expect(207, 202);
    if (taken.status() == 207) {
      return taken.json();
    }
    String location = taken.header("Location");
    return Eventually.within(
            PATIENCE,
            "the import " + location,
            () -> sender.get(location).send().expect(200),
            answer -> OVER.contains(answer.at("/state")))
        .expect("/state", "DONE")
        .json();
  }

  /** As {@link #send}, and no row may be refused. */
  public JsonNode sendAll(String path, String csv) {
    JsonNode done = send(path, csv);
    if (done.path("refused").asLong() != 0) {
      throw new StepFailed("POST " + path + ": expected every row to be taken, seen " + done);
    }
    return done;
  }

  /**
   * As {@link #sendAll}, again while rows are refused: a person may become known a moment later,
   * when the directory's events have arrived. Sending a row twice changes nothing.
   */
  public JsonNode sendOnceKnown(String path, String csv) {
    return Eventually.within(
        PATIENCE,
        "every row of " + path + " to be taken",
        () -> send(path, csv),
        done -> done.path("refused").asLong() == 0);
  }
}
