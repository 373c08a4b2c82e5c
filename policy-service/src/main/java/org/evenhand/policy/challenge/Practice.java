package org.evenhand.policy.challenge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How something is done. Which one it is, and in whose hands, HR and the author read; all others
 * read of what kind it is.
 *
 * @param subject our id of the milestone's cycle, the session, finding, duty or opportunity; always
 *     there but for those who may not know which one it is
 * @param people in whose hands it is, as the author or HR have named them; none of them answers
 */
@Schema(name = "ChallengedPractice")
public record Practice(
    @NotNull PracticeKind kind, @Nullable UUID subject, @Size(max = 3) List<@NotNull UUID> people) {

  public Practice {
    people = Objects.requireNonNullElse(people, List.of());
  }

  boolean isSame(Practice other) {
    return kind == other.kind && Objects.equals(subject, other.subject);
  }

  Practice and(List<UUID> others) {
    return new Practice(
        kind, subject, Stream.concat(people.stream(), others.stream()).distinct().toList());
  }

  /** As those read it who may not know whom it is about. */
  public Practice unnamed() {
    return new Practice(kind, null, List.of());
  }
}
