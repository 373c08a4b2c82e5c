package org.evenhand.review.cycle.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.directory.people.PersonRef;
import org.jspecify.annotations.Nullable;

/** A step that HR and managers take together, with the names of those who signed. */
@Schema(name = "JointDecision")
public record DecisionView(SignatureView proposal, @Nullable SignatureView countersignature) {

  /** Who agreed to a step, for which side, and when. */
  @Schema(name = "Signature")
  public record SignatureView(PersonRef by, Side side, Instant at) {

    static SignatureView of(Signature signature, Names names) {
      return new SignatureView(names.of(signature.employeeId()), signature.side(), signature.at());
    }
  }

  public static DecisionView of(JointDecision decision, Names names) {
    return new DecisionView(
        SignatureView.of(decision.proposal(), names),
        Optional.ofNullable(decision.countersignature())
            .map(signed -> SignatureView.of(signed, names))
            .orElse(null));
  }

  /** Whose names it takes. */
  public static List<UUID> people(JointDecision decision) {
    List<UUID> people = new ArrayList<>(List.of(decision.proposal().employeeId()));
    Optional.ofNullable(decision.countersignature())
        .map(Signature::employeeId)
        .ifPresent(people::add);
    return people;
  }
}
