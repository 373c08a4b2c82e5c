package org.evenhand.review.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a review rests on, for others who are to judge it without knowing whose it is. */
@ApplicationScoped
public class RedactedReviews {

  private final NamesInTexts namesInTexts;

  RedactedReviews(NamesInTexts namesInTexts) {
    this.namesInTexts = namesInTexts;
  }

  /** The evidence, criterion by criterion: what a session would get of it, and no rating. */
  public Uni<List<SamplesView.Part>> of(
      Mutiny.Session session, Review review, PolicyContent policy) {
    return namesInTexts
        .ofEach(session, List.of(review))
        .map(names -> Objects.requireNonNull(names.get(review.id())))
        .map(known -> new Redaction(known, Sampling.texts(review)))
        .map(redaction -> Sampling.sample(review, policy, redaction::redact).redactedText());
  }
}
