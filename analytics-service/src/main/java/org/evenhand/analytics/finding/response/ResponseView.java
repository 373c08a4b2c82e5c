package org.evenhand.analytics.finding.response;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.finding.JointResponse;
import org.evenhand.analytics.finding.Side;
import org.evenhand.analytics.finding.Signature;
import org.evenhand.kit.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** What HR and a manager do about a finding, as its readers see it. */
@Schema(name = "JointResponse")
record ResponseView(
    @Schema(description = "What will be done, in words") String action,
    @Schema(description = "By when") LocalDate dueOn,
    SignatureView proposal,
    @Nullable SignatureView countersignature) {

  static ResponseView of(JointResponse response) {
    Signature countersignature = response.countersignature();
    return new ResponseView(
        response.action(),
        response.dueOn(),
        SignatureView.of(response.proposal()),
        countersignature == null ? null : SignatureView.of(countersignature));
  }

  /** Who agreed, for which side, and when. */
  @Schema(name = "FindingSignature")
  record SignatureView(PersonRef by, Side side, Instant at) {

    static SignatureView of(Signature signature) {
      return new SignatureView(
          PersonRef.of(signature.employeeId()), signature.side(), signature.at());
    }
  }
}
