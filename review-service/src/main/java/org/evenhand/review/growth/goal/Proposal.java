package org.evenhand.review.growth.goal;

import java.time.Instant;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.jspecify.annotations.Nullable;

/**
 * Terms that are not agreed yet: those of a goal that is new, or of a change.
 *
 * @param reason why what was agreed is to change
 */
public record Proposal(
    GoalTerms terms, Signatures signatures, @Nullable String reason, Instant at) {

  Proposal signed(GoalSide side, Signature signature) {
    return new Proposal(terms, signatures.with(side, signature), reason, at);
  }
}
