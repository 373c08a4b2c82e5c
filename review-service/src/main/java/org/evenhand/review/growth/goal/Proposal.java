package org.evenhand.review.growth.goal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.jspecify.annotations.Nullable;

/**
 * Terms that are not agreed yet: those of a goal that is new, or of a change.
 *
 * @param reason why what was agreed is to change
 * @param at when these terms were put
 * @param counted whether another goal was agreed on with the weight that this one would have
 */
public record Proposal(
    GoalTerms terms, Signatures signatures, @Nullable String reason, Instant at, boolean counted) {

  static Proposal unsigned(GoalTerms terms, @Nullable String reason, Instant at) {
    return new Proposal(terms, Signatures.NONE, reason, at, false);
  }

  /** Whether somebody signed for the side while the assignment reported to this manager. */
  boolean isOf(AgreementSide side, @Nullable UUID manager) {
    Signature given = signatures.of(side);
    return given != null && Objects.equals(given.under(), manager);
  }

  Proposal put(Instant anew) {
    return new Proposal(terms, signatures, reason, anew, counted);
  }

  Proposal counted(boolean on) {
    return new Proposal(terms, signatures, reason, at, on);
  }

  Proposal signed(AgreementSide side, Signature signature) {
    return new Proposal(terms, signatures.with(side, signature), reason, at, counted);
  }
}
