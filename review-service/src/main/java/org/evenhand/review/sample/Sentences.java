package org.evenhand.review.sample;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Redacts what isn't of a review. */
@ApplicationScoped
class Sentences {

  private final Mutiny.SessionFactory sessions;
  private final NamesInTexts namesInTexts;

  Sentences(Mutiny.SessionFactory sessions, NamesInTexts namesInTexts) {
    this.sessions = sessions;
    this.namesInTexts = namesInTexts;
  }

  Uni<RedactedSentence> redacted(Sentence sentence) {
    String text = sentence.text();
    return sessions
        .withTransaction(db -> namesInTexts.of(db, text, Set.copyOf(sentence.near())))
        .map(known -> new Redaction(known, List.of(text)).redact(text))
        .map(RedactedSentence::new);
  }
}
