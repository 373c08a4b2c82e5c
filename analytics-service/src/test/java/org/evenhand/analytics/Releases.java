package org.evenhand.analytics;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.ReviewStream.Sent;

/** The moments of the release calendar, as review-service tells of them. */
public final class Releases {

  private Releases() {}

  public static Sent calibrationStarted(String cycle) {
    return happened("calibration-started", cycle, "CALIBRATING", 2);
  }

  public static Sent sharingStarted(String cycle) {
    return happened("sharing-started", cycle, "SHARING", 1_000);
  }

  public static Sent closed(String cycle, int sequence) {
    return happened("closed", cycle, "CLOSED", sequence);
  }

  private static Sent happened(String happening, String cycle, String state, int sequence) {
    UUID id = Company.id("cycle " + cycle);
    return new Sent(
        "evenhand.cycles",
        "org.evenhand.cycle." + happening + ".v1",
        "/review-service",
        id,
        sequence,
        Map.of("cycleId", id, "key", cycle, "state", state));
  }

  /** Lets calibration begin, and waits until all that was told before is published. */
  public static void publish(String cycle) {
    send(calibrationStarted(cycle));
    awaitEditions(cycle, 1);
  }

  /** Closes the cycle, once more as the case may be, and waits for an edition of it. */
  public static void close(String cycle) {
    int before = editions(cycle);
    send(closed(cycle, 2_000 + before));
    awaitEditions(cycle, before + 1);
  }

  /** Waits until an imported year has been still, and is published and judged. */
  public static void awaitStill(String year) {
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer ->
            Database.number(
                    "select count(*) from due_work where kind = 'imported-year-still' and subject"
                        + " = '%s'".formatted(Company.id("cycle " + year)))
                == 0);
  }

  public static void send(Sent event) {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(List.of(event));
    }
  }

  public static void awaitEditions(String cycle, int number) {
    Api.until(
        () -> Api.as(Api.INSIGHT).get("/v1/demographic-dimensions"),
        answer -> editions(cycle) >= number);
  }

  public static int editions(String cycle) {
    return (int)
        Database.number(
            "select count(*) from edition where cycle_id = '%s'"
                .formatted(Company.id("cycle " + cycle)));
  }
}
