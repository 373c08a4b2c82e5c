package org.evenhand.policy.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.policy.charter.kind.KindTerms;

/** The payload of {@code charter.in-force}. */
record CharterInForce(UUID charterId, int version, LocalDate inForceOn, List<KindTerms> terms) {

  static CharterInForce of(Charter charter) {
    return new CharterInForce(
        charter.id(),
        charter.number(),
        charter.inForceOn().orElseThrow(),
        charter.content().terms());
  }
}
