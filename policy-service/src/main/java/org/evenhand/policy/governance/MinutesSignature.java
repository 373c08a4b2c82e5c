package org.evenhand.policy.governance;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.policy.signing.Side;

/** Somebody who was present agrees to the minutes. */
public record MinutesSignature(UUID signer, Side side, String hash, Instant at) {}
