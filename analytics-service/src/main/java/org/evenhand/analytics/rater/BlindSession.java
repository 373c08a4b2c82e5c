package org.evenhand.analytics.rater;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.statistics.raters.BlindSample;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code blind_session}: the blind scores of a session by rater and place of the sample.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record BlindSession(
    UUID sessionId, UUID cycleId, int scaleSize, List<Row> raters, Instant revealedAt) {

  /**
   * What one rater gave.
   *
   * @param ordinals by place; null where the rater had no say
   */
  public record Row(UUID raterId, List<@Nullable Integer> ordinals) {}

  /** Whether each rater is there once, with as many places as the others, all on the scale. */
  @SuppressWarnings("ConstantValue")
  public static boolean fit(int scaleSize, List<Row> raters) {
    Set<UUID> known = new HashSet<>();
    Set<Integer> places = new HashSet<>();
    for (Row row : raters) {
      if (row.raterId() == null || row.ordinals() == null || !known.add(row.raterId())) {
        return false;
      }
      places.add(row.ordinals().size());
      if (row.ordinals().stream().anyMatch(o -> o != null && (o < 1 || o > scaleSize))) {
        return false;
      }
    }
    return places.size() <= 1;
  }

  /** The samples that somebody scored, with what the others gave. */
  List<BlindSample> samplesOf(UUID rater) {
    List<BlindSample> samples = new ArrayList<>();
    raters.stream()
        .filter(row -> row.raterId().equals(rater))
        .findFirst()
        .ifPresent(
            row -> {
              for (int place = 0; place < row.ordinals().size(); place++) {
                Integer own = row.ordinals().get(place);
                if (own != null) {
                  samples.add(new BlindSample(own, others(rater, place)));
                }
              }
            });
    return samples;
  }

  private List<Integer> others(UUID rater, int place) {
    return raters.stream()
        .filter(row -> !row.raterId().equals(rater))
        .map(row -> row.ordinals().get(place))
        .filter(Objects::nonNull)
        .toList();
  }
}
