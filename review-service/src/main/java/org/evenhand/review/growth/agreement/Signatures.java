package org.evenhand.review.growth.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** What both sides have signed. */
public record Signatures(@Nullable Signature employee, @Nullable Signature manager) {

  public static final Signatures NONE = new Signatures(null, null);

  public @Nullable Signature of(AgreementSide side) {
    return side == AgreementSide.EMPLOYEE ? employee : manager;
  }

  public boolean has(AgreementSide side) {
    return of(side) != null;
  }

  public Signatures with(AgreementSide side, Signature signature) {
    return side == AgreementSide.EMPLOYEE
        ? new Signatures(signature, manager)
        : new Signatures(employee, signature);
  }

  @JsonIgnore
  public boolean isComplete() {
    return employee != null && manager != null;
  }
}
