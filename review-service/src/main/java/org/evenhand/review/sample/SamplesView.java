package org.evenhand.review.sample;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session gets: redacted reviews, and the reviews that it doesn't get, with the reason. */
public record SamplesView(List<Sample> samples, List<Refused> refused) {

  /**
   * @param originalOrdinal what the reviewer concluded; not for raters before the reveal
   */
  public record Sample(
      UUID reviewId, List<Part> redactedText, int originalOrdinal, int scaleSize) {}

  /**
   * One criterion.
   *
   * @param narrative the reviewer's rationale
   * @param contextNote of the whole review, with the first criterion
   */
  public record Part(
      String criterion,
      List<Seen> observations,
      @Nullable String narrative,
      @Nullable String contextNote) {}

  /**
   * An observation without its date.
   *
   * @param impact empty where nobody said what came of it
   * @param reply what the reviewee said to one that was gathered during the year
   */
  public record Seen(String situation, String behaviour, String impact, @Nullable String reply) {}

  public record Refused(UUID reviewId, String reason) {}
}
