package org.evenhand.review.live;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.CalibrationServiceResource;
import org.evenhand.review.Hris;

/** A calibration session of another service: it claims samples over HTTP and decides by event. */
public final class LiveSession {

  /** The one that all decisions name. */
  public static final String PRECEDENT = "0198f2a0-0000-7000-8000-0000000000d1";

  public static final String TOPIC = "evenhand.internal.calibration";

  private final String id = UUID.randomUUID().toString();
  private final LiveCycle cycle;
  private final List<String> decisions = new ArrayList<>();

  public LiveSession(LiveCycle cycle) {
    this.cycle = cycle;
  }

  public String id() {
    return id;
  }

  public Response claim(LiveReview... reviews) {
    return Hris.as(Tokens.forClient("evenhand-calibration", "service"))
        .contentType("application/json")
        .body(
            Map.of(
                "sessionId", id,
                "cycleId", cycle.id(),
                "reviewIds", List.of(reviews).stream().map(LiveReview::id).toList()))
        .post("/internal/v1/samples");
  }

  public LiveSession adjusts(LiveReview review, int ordinal) {
    return decides(review, "ADJUST", ", \"ordinal\": " + ordinal);
  }

  public LiveSession confirms(LiveReview review) {
    return decides(review, "CONFIRM", "");
  }

  public LiveSession defers(LiveReview review) {
    return decides(review, "DEFER", "");
  }

  private LiveSession decides(LiveReview review, String decision, String more) {
    decisions.add(
        """
        {"reviewId": "%s", "decision": "%s", "reasonCode": "CONSISTENT_WITH_PRECEDENT",
         "precedentId": "%s"%s}\
        """
            .formatted(review.id(), decision, PRECEDENT, more));
    return this;
  }

  /** Forgets what was decided, as a session does whose decisions were refused. */
  public LiveSession decidesAnew() {
    decisions.clear();
    return this;
  }

  /** The reasons in words can be asked for from now on. */
  public void givesReasons(LiveReview... reviews) {
    CalibrationServiceResource.knows(
        id,
        List.of(reviews).stream()
            .collect(Collectors.toMap(LiveReview::id, review -> reason(review.id()))));
  }

  public static String reason(String reviewId) {
    return "Held against the precedents of the session " + reviewId;
  }

  /**
   * @param sequence the version of the session: the same again is a redelivery
   */
  public void locks(long sequence) {
    Events.ofTest()
        .publish(
            TOPIC,
            "org.evenhand.session.locked.v1",
            "/calibration-service",
            id,
            sequence,
            """
            {"sessionId": "%s", "cycleId": "%s", "state": "LOCKED", "reviews": %d,
             "decisions": [%s]}
            """
                .formatted(id, cycle.id(), decisions.size(), String.join(",", decisions)));
  }

  /** Ended without a decision. */
  public void cancels(long sequence) {
    tells("cancelled", sequence, "\"state\": \"CANCELLED\"");
  }

  /** Goes on without this review. */
  public void gives(LiveReview back, long sequence) {
    tells(
        "review-released",
        sequence,
        "\"state\": \"BLIND_SCORING\", \"released\": [\"%s\"]".formatted(back.id()));
  }

  private void tells(String what, long sequence, String more) {
    Events.ofTest()
        .publish(
            TOPIC,
            "org.evenhand.session." + what + ".v1",
            "/calibration-service",
            id,
            sequence,
            """
            {"sessionId": "%s", "cycleId": "%s", "reviews": 1, %s}
            """
                .formatted(id, cycle.id(), more));
  }
}
