package org.evenhand.review.sample;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
      @Nullable String contextNote) {

    public Stream<String> texts() {
      return Stream.concat(
              observations.stream()
                  .flatMap(
                      seen ->
                          Stream.of(
                              seen.situation(), seen.behaviour(), seen.impact(), seen.reply())),
              Stream.of(narrative, contextNote))
          .flatMap(Stream::ofNullable);
    }

    /** The same part with every text changed. */
    public Part map(UnaryOperator<String> change) {
      return new Part(
          criterion,
          observations.stream()
              .map(
                  seen ->
                      new Seen(
                          change.apply(seen.situation()),
                          change.apply(seen.behaviour()),
                          change.apply(seen.impact()),
                          seen.reply() == null ? null : change.apply(seen.reply())))
              .toList(),
          narrative == null ? null : change.apply(narrative),
          contextNote == null ? null : change.apply(contextNote));
    }
  }

  /**
   * An observation without its date.
   *
   * @param impact empty where nobody said what came of it
   * @param reply what the reviewee said to one that was gathered during the year
   */
  public record Seen(String situation, String behaviour, String impact, @Nullable String reply) {}

  public record Refused(UUID reviewId, String reason) {}
}
