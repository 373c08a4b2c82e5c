package org.evenhand.policy.signing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who wants to sign, and the roles that their token gives them.
 *
 * @param unit where they work; null where that doesn't count
 */
public record Signer(UUID id, boolean hr, boolean manager, @Nullable String unit) {

  public Signer(UUID id, boolean hr, boolean manager) {
    this(id, hr, manager, null);
  }
}
