package org.evenhand.policy.signing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer in the chain, never removed from it.
 *
 * @param author whether the signer has edited the content; then the signature approves nothing
 * @param contentHash SHA-256 of the canonical content that it covers
 * @param voidedAt when an edit, or the end of its round, made it void
 * @param unit that of the signer at the time; null where units don't count
 */
public record Signature(
    UUID signerId,
    Side side,
    boolean author,
    Answer answer,
    String contentHash,
    Instant at,
    @Nullable Instant voidedAt,
    @Nullable String unit) {

  /** What a person asked to sign has said. */
  public record Answer(Decision decision, @Nullable String reason) {}

  /** Whether it counts towards approval. */
  public boolean approves() {
    return answer.decision() == Decision.SIGN && voidedAt == null && !author;
  }

  Signature voided(Instant when) {
    return voidedAt != null
        ? this
        : new Signature(signerId, side, author, answer, contentHash, at, when, unit);
  }
}
