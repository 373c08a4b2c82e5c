package org.evenhand.calibration.precedent;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.evenhand.calibration.session.RedactedPart;
import org.jspecify.annotations.Nullable;

/**
 * What a precedent says.
 *
 * @param parts one of each criterion that has words, in the policy's order: so of a review as of
 *     fiction, or the one would be told from the other
 * @param reason why it shows that level
 * @param dissent what was said against it, where not all agreed
 */
public record PrecedentWords(List<RedactedPart> parts, String reason, @Nullable String dissent) {

  boolean hold(String passage) {
    return texts().anyMatch(words -> words.contains(passage));
  }

  PrecedentWords without(String passage, String placeholder) {
    return map(words -> words.replace(passage, placeholder));
  }

  public Stream<String> texts() {
    return Stream.concat(
        parts.stream().flatMap(RedactedPart::texts),
        Stream.of(reason, dissent).filter(Objects::nonNull));
  }

  public PrecedentWords map(UnaryOperator<String> change) {
    return new PrecedentWords(
        parts.stream().map(part -> part.map(change)).toList(),
        change.apply(reason),
        dissent == null ? null : change.apply(dissent));
  }

  /** With these parts instead, as far as they say anything. */
  public PrecedentWords in(List<RedactedPart> others) {
    return new PrecedentWords(
        others.stream().filter(RedactedPart::hasWords).toList(), reason, dissent);
  }
}
