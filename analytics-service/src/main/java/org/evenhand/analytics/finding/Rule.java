package org.evenhand.analytics.finding;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.statistics.verdict.VerdictRule;

/** By which rule was judged. */
@Schema(name = "JudgementRule")
public record Rule(String name, String version) {

  static Rule inForce() {
    return new Rule(VerdictRule.STANDARD.name(), VerdictRule.STANDARD.version());
  }
}
