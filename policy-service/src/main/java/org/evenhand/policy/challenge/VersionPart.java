package org.evenhand.policy.challenge;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a version whose content both sides have agreed on. It doesn't change any more, so the
 * challenge stays bound to the text that was read, also when another version has taken its place.
 *
 * @param pointer JSON pointer into the content; empty for all of it
 * @param contentHash of the content that was read
 */
@Schema(name = "ChallengedPart")
public record VersionPart(
    @NotNull UUID policyId,
    @NotNull @Min(1) Integer version,
    @NotNull @Size(max = 200) String pointer,
    @NotNull @Pattern(regexp = "^[0-9a-f]{64}$") String contentHash) {

  /** Of whatever version: the same part of a policy, or one that is within the other. */
  boolean overlaps(VersionPart other) {
    return policyId.equals(other.policyId) && (holds(other) || other.holds(this));
  }

  private boolean holds(VersionPart other) {
    return (other.pointer + "/").startsWith(pointer + "/");
  }
}
