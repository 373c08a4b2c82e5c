package org.evenhand.calibration.precedent;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.calibration.session.RedactedPart;
import org.jspecify.annotations.Nullable;

/**
 * A precedent as it can be learnt from: what was seen, and neither why it shows its level nor what
 * was said against it. On a compacted topic, so that a tombstone takes the words.
 *
 * @param criterion null where it is about the whole
 * @param text what all who work here read, as one
 */
record PrecedentTold(
    UUID precedentId,
    UUID policyId,
    int policyVersion,
    @Nullable String criterion,
    int ordinal,
    String text) {

  /** Compacted: the last record of a precedent is how it stands. */
  static final String TOPIC = "evenhand.internal.precedents";

  static final String TYPE = "org.evenhand.precedent.current.v1";

  /** Null once its words are gone. */
  static @Nullable PrecedentTold of(Precedent precedent) {
    Anchored about = precedent.about();
    return precedent
        .words()
        .map(
            words ->
                new PrecedentTold(
                    precedent.id(),
                    about.policyId(),
                    about.policyVersion(),
                    about.criterion(),
                    about.ordinal(),
                    text(words.parts())))
        .orElse(null);
  }

  private static String text(List<RedactedPart> parts) {
    return parts.stream().map(PrecedentTold::text).collect(Collectors.joining("\n\n"));
  }

  private static String text(RedactedPart part) {
    return Stream.concat(
            part.observations().stream().map(PrecedentTold::text),
            Stream.of(part.narrative(), part.contextNote()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private static String text(RedactedPart.Observed seen) {
    return Stream.of(seen.situation(), seen.behaviour(), seen.impact(), seen.reply())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" – "));
  }
}
