package org.evenhand.calibration.precedent;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.calibration.session.RedactedPart;
import org.jspecify.annotations.Nullable;

/**
 * What a precedent says.
 *
 * @param reason why it shows that level
 * @param dissent what was said against it, where not all agreed
 */
public record PrecedentWords(List<RedactedPart> parts, String reason, @Nullable String dissent) {

  boolean hold(String passage) {
    return Stream.concat(
            parts.stream().flatMap(RedactedPart::texts),
            Stream.of(reason, dissent).filter(Objects::nonNull))
        .anyMatch(words -> words.contains(passage));
  }

  PrecedentWords without(String passage, String placeholder) {
    return new PrecedentWords(
        parts.stream().map(part -> part.map(words -> words.replace(passage, placeholder))).toList(),
        reason.replace(passage, placeholder),
        dissent == null ? null : dissent.replace(passage, placeholder));
  }
}
