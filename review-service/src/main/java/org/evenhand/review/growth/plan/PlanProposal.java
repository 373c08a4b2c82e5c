package org.evenhand.review.growth.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.agreement.Signatures;
import org.evenhand.review.growth.plan.terms.PlanTerms;
import org.jspecify.annotations.Nullable;

/**
 * Terms that are not agreed yet: those of a plan that is new, or of a change.
 *
 * @param reason why what was agreed is to change
 * @param on the day at the person's place on which these terms were put
 */
public record PlanProposal(
    PlanTerms terms, Signatures signatures, @Nullable String reason, LocalDate on, Instant at) {

  static PlanProposal unsigned(PlanTerms terms, @Nullable String reason, LocalDate on, Instant at) {
    return new PlanProposal(terms, Signatures.NONE, reason, on, at);
  }

  /** Whether somebody signed for the side while the assignment reported to this manager. */
  boolean isOf(AgreementSide side, @Nullable UUID manager) {
    Signature given = signatures.of(side);
    return given != null && Objects.equals(given.under(), manager);
  }

  PlanProposal signed(AgreementSide side, Signature signature) {
    return new PlanProposal(terms, signatures.with(side, signature), reason, on, at);
  }

  PlanProposal withdrawn() {
    return unsigned(terms, null, on, at);
  }
}
