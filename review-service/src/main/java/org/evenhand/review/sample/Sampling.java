package org.evenhand.review.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.CriterionRating;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewWork;

/**
 * The parts of a review that a rater reads: observations of the rated period, the reviewer's
 * rationale, and the context. No rating, no answer of a form, nothing from other contributors.
 */
final class Sampling {

  private Sampling() {}

  /** Every text that goes into the sample. */
  static List<String> texts(Review review) {
    ReviewWork work = review.work();
    return Stream.of(
            work.observations().stream()
                .flatMap(
                    seen ->
                        Stream.concat(
                            Stream.of(seen.situation(), seen.behaviour(), seen.impact()),
                            Stream.ofNullable(seen.reply()))),
            work.ratings().stream().map(CriterionRating::rationale),
            Stream.ofNullable(work.contextNote()))
        .flatMap(texts -> texts)
        .toList();
  }

  static SamplesView.Sample sample(
      Review review, PolicyContent policy, UnaryOperator<String> redacted) {
    List<SamplesView.Part> parts = new ArrayList<>();
    ReviewWork work = review.work();
    for (Criterion criterion : policy.criteria()) {
      parts.add(
          new SamplesView.Part(
              criterion.key(),
              work.observationsOn(criterion.key())
                  .filter(seen -> review.period().contains(seen.observedOn()))
                  .map(
                      seen ->
                          new SamplesView.Seen(
                              redacted.apply(seen.situation()),
                              redacted.apply(seen.behaviour()),
                              redacted.apply(seen.impact()),
                              Optional.ofNullable(seen.reply()).map(redacted).orElse(null)))
                  .toList(),
              work.rating(criterion.key())
                  .map(rating -> redacted.apply(rating.rationale()))
                  .orElse(null),
              parts.isEmpty() && work.contextNote() != null
                  ? redacted.apply(work.contextNote())
                  : null));
    }
    return new SamplesView.Sample(
        review.id(), parts, review.originalOrdinal().orElseThrow(), policy.scale().size());
  }
}
