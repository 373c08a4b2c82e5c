package org.evenhand.calibration.precedent;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What our other services hear of a precedent: what it is about, and no word of it. A topic keeps
 * for good what an objection or an erasure has to end.
 *
 * @param criterion null where it is about the whole
 */
record PrecedentEvent(
    UUID precedentId,
    PrecedentState state,
    UUID policyId,
    int policyVersion,
    @Nullable String criterion,
    int ordinal,
    List<PrecedentTag> tags) {

  static PrecedentEvent of(Precedent precedent) {
    Anchored about = precedent.about();
    return new PrecedentEvent(
        precedent.id(),
        precedent.state(),
        about.policyId(),
        about.policyVersion(),
        about.criterion(),
        about.ordinal(),
        precedent.tags());
  }
}
