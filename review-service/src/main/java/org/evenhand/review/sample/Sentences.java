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

  /** Who is named in full in one of the texts is known in the others. */
  Uni<RedactedTexts> redacted(Written written) {
    List<String> texts = written.texts();
    return sessions
        .withTransaction(
            db -> namesInTexts.of(db, String.join("\n", texts), Set.copyOf(written.near())))
        .map(known -> new Redaction(known, texts))
        .map(redaction -> new RedactedTexts(texts.stream().map(redaction::redact).toList()));
  }
}
