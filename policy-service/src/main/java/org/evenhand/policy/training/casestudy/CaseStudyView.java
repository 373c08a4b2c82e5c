package org.evenhand.policy.training.casestudy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.policy.training.casestudy.PublishedPrecedents.Precedent;
import org.jspecify.annotations.Nullable;

/** A case study as the one who learns reads it, and nobody else. */
@Schema(
    name = "CaseStudy",
    description = "Published precedents that somebody scores without knowing how they were scored.",
    example =
        """
        {"cases": [{"number": 1, "criterion": "delivery", "text": "Kept a release in time",
                    "levels": 5, "own": 3, "agreed": 4}],
         "done": true, "distance": 1.0}
        """)
public record CaseStudyView(
    @Schema(description = "Those that are still published") List<CaseView> cases,
    @Schema(description = "Whether all of them are scored") boolean done,
    @Schema(
            description =
                "By how many levels one was off on average; absent until all are scored, and where"
                    + " none is published any more")
        @Nullable Double distance) {

  /** One case. */
  @Schema(name = "CaseOfStudy")
  public record CaseView(
      @Schema(description = "From 1 on") int number,
      @Schema(description = "What is scored; absent where it is a whole review")
          @Nullable String criterion,
      @Schema(description = "What was done, redacted") String text,
      @Schema(description = "How many levels the scale has") int levels,
      @Schema(description = "The level that one gave; absent until then") @Nullable Integer own,
      @Schema(description = "The level that was agreed on; absent until all are scored")
          @Nullable Integer agreed) {}

  static CaseStudyView of(List<CaseScore> scores, Map<UUID, Precedent> published) {
    List<CaseScore> shown =
        scores.stream().filter(each -> published.containsKey(each.precedent())).toList();
    boolean done = shown.stream().allMatch(CaseScore::isScored);
    return new CaseStudyView(
        shown.stream()
            .map(each -> view(each, Objects.requireNonNull(published.get(each.precedent())), done))
            .toList(),
        done,
        done ? distance(shown, published) : null);
  }

  private static CaseView view(CaseScore score, Precedent of, boolean done) {
    return new CaseView(
        score.number(),
        of.criterion(),
        of.text(),
        of.levels(),
        score.ordinal(),
        done ? of.ordinal() : null);
  }

  private static @Nullable Double distance(List<CaseScore> scores, Map<UUID, Precedent> published) {
    Stream<CaseScore> all = scores.stream();
    var mean =
        all.mapToInt(
                each ->
                    Math.abs(
                        Objects.requireNonNull(each.ordinal())
                            - Objects.requireNonNull(published.get(each.precedent())).ordinal()))
            .average();
    return mean.isPresent() ? mean.getAsDouble() : null;
  }
}
