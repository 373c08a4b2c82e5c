package org.evenhand.analytics.demographics;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.counts.Tally;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.KeyText;

/** What a definition must hold to beyond its schema. */
final class DimensionRules {

  private DimensionRules() {}

  /**
   * Refuses what can't be counted.
   *
   * @throws Problem DIMENSION_KEY_RESERVED, or RULE_VIOLATED with every violation
   */
  static void check(String key, DimensionBody body) {
    if (Dimensions.isReserved(key)) {
      throw Problem.of(
          AnalyticsProblem.DIMENSION_KEY_RESERVED,
          "Every rating is counted by this already; choose another key.");
    }
    List<Violation> violations = new ArrayList<>();
    duplicates(body.values(), "/values", violations);
    for (int i = 0; i < body.values().size(); i++) {
      int value = i;
      KeyText.fault(body.values().get(i))
          .ifPresent(fault -> violations.add(MALFORMED.at("/values/" + value, fault)));
      if (body.values().get(i).equals(Tally.UNDECLARED)) {
        violations.add(
            NOT_ALLOWED.at("/values/" + i, "is the group of those who have declared nothing"));
      }
    }
    List<String> undeclared = body.vocabulary().undeclared();
    for (int i = 0; i < undeclared.size(); i++) {
      if (!body.values().contains(undeclared.get(i))) {
        violations.add(NOT_FOUND.at("/undeclaredValues/" + i, "is not one of the values"));
      }
    }
    duplicates(
        body.countries().stream().map(DimensionBody.CountryBody::country).toList(),
        "/countries",
        violations);
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The dimension can't be counted like this.")
          .with(violations);
    }
  }

  private static void duplicates(List<String> texts, String pointer, List<Violation> violations) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!seen.add(texts.get(i))) {
        violations.add(DUPLICATE.at(pointer + "/" + i, "is named twice"));
      }
    }
  }
}
