package org.evenhand.policy.signing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;

/** One change of the list of managers. */
@Schema(name = "SignerReplacement")
public record ReplacementView(
    PersonRef replaced, PersonRef successor, String reason, PersonRef by, Instant at) {

  static ReplacementView of(SignerReplacement r) {
    return new ReplacementView(
        PersonRef.of(r.replaced()),
        PersonRef.of(r.successor()),
        r.reason(),
        PersonRef.of(r.by()),
        r.at());
  }
}
