package org.evenhand.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.ReviewStream.Sent;

/** Sessions that reveal their blind scores, as calibration-service tells of them. */
public final class BlindScores {

  private static final Integer NO_SAY = null;

  private BlindScores() {}

  /**
   * Three raters on twelve samples. The lenient one had no say in the first, the strict one in the
   * second; on the other ten they lie 1.4 points above and 1.15 below, the usual one .25 below.
   */
  public static Sent twelve(
      String cycle, String session, String lenient, String usual, String strict) {
    return of(
        cycle,
        session,
        Map.of(
            lenient, Arrays.asList(NO_SAY, 4, 3, 4, 5, 4, 4, 4, 5, 4, 3, 4),
            usual, List.of(3, 3, 2, 3, 4, 3, 2, 3, 4, 3, 2, 3),
            strict, Arrays.asList(2, NO_SAY, 2, 2, 3, 3, 1, 2, 3, 2, 2, 3)));
  }

  /** The ordinals of each rater, by place. */
  public static Sent of(String cycle, String session, Map<String, List<Integer>> scores) {
    int samples = scores.values().iterator().next().size();
    return new Sent(
        Company.CALIBRATION,
        "org.evenhand.session.revealed.v1",
        "/calibration-service",
        Company.id(cycle + " " + session),
        5,
        Map.of(
            "sessionId",
            Company.id(cycle + " " + session),
            "cycleId",
            Company.id("cycle " + cycle),
            "state",
            "REVEALED",
            "agreement",
            Map.of(
                "raters",
                scores.size(),
                "samples",
                samples,
                "alpha",
                0.71,
                "low",
                0.5,
                "high",
                0.85,
                "paired",
                false),
            "measures",
            Map.of(
                "sampleLevels",
                Map.of("none", samples - 1, "note", 1, "warn", 0, "critical", 0),
                "piledUp",
                false),
            "blindScores",
            Map.of(
                "scaleSize",
                5,
                "raters",
                scores.entrySet().stream()
                    .map(
                        each ->
                            Map.of(
                                "raterId", Company.id(each.getKey()), "ordinals", each.getValue()))
                    .toList())));
  }
}
