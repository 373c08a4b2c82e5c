package org.evenhand.policy.governance;

import java.util.UUID;
import org.evenhand.policy.signing.Side;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was present.
 *
 * @param unit where they worked then; null where none was known
 */
public record Attendee(UUID person, Side side, @Nullable String unit) {}
