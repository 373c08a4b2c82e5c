package org.evenhand.kit.data.waiver;

import java.util.Locale;
import java.util.Map;
import org.evenhand.kit.data.duty.WaivableDuty;
import org.evenhand.kit.data.step.Fact;

/** What the audit of a duty holds of its waivers. Other services hear of the duty alone. */
final class WaiverFacts {

  private static final String AGGREGATE = "duty";

  private WaiverFacts() {}

  static Fact proposed(WaivableDuty duty, Waiver waiver) {
    return fact(duty, waiver, "waiver-proposed");
  }

  static Fact decided(WaivableDuty duty, Waiver waiver) {
    return fact(duty, waiver, "waiver-" + waiver.state().name().toLowerCase(Locale.ROOT));
  }

  private static Fact fact(WaivableDuty duty, Waiver waiver, String action) {
    return Fact.noted(
        AGGREGATE,
        duty.id(),
        action,
        Map.of(
            "kind",
            duty.kind(),
            "code",
            waiver.code(),
            "reason",
            waiver.reason(),
            "proposedBy",
            waiver.proposal().by()));
  }
}
