package org.evenhand.analytics.demographics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.demographics.DemographicRows.Found;
import org.evenhand.analytics.demographics.RowRules.Decision;
import org.evenhand.kit.data.imports.RowOutcome;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.junit.jupiter.api.Test;

class RowRulesTest {

  private static final UUID PERSON = UUID.randomUUID();
  private static final String SECRET = "Zweisprachig";

  private final RowRules rules =
      new RowRules(
          List.of(
              new Dimension(
                  "disability",
                  "Disability",
                  new Vocabulary(List.of("Disabled", "Not disabled", SECRET), List.of()),
                  new Countries(List.of(new Countries.Enabled("GB", "Equality Act 2010"))))));

  @Test
  void a_first_value_is_created_and_another_one_changes_it() {
    assertEquals(
        RowOutcome.CREATED, rules.decide(row("Disabled"), held(false, false)).result().outcome());
    assertEquals(
        RowOutcome.CHANGED, rules.decide(row("Disabled"), held(true, false)).result().outcome());
  }

  @Test
  void the_same_value_again_changes_nothing() {
    Decision decision = rules.decide(row("Disabled"), held(true, true));
    assertEquals(RowOutcome.UNCHANGED, decision.result().outcome());
    assertTrue(decision.change().isEmpty());
  }

  @Test
  void a_person_whom_the_directory_does_not_know_is_refused() {
    refused("externalId", rules.decide(row("Disabled"), null));
  }

  @Test
  void a_dimension_that_is_not_defined_is_refused_and_the_known_ones_are_named() {
    Decision decision = rules.decide(row(Map.of("dimension", "gender")), held(false, false));
    refused("dimension", decision);
    assertTrue(decision.result().errors().get(0).detail().contains("disability"));
  }

  @Test
  void a_value_of_a_person_in_a_country_without_a_legal_basis_is_refused() {
    refused(
        "dimension", rules.decide(row("Disabled"), new Found(1, PERSON, "FR", false, false, null)));
    refused(
        "dimension", rules.decide(row("Disabled"), new Found(1, PERSON, null, false, false, null)));
  }

  @Test
  void an_unknown_value_is_refused_without_being_repeated() {
    Decision decision = rules.decide(row("Secret illness"), held(false, false));
    refused("value", decision);
    assertFalse(decision.result().toString().contains("Secret illness"));
  }

  @Test
  void no_result_repeats_a_value() {
    Decision decision = rules.decide(row(SECRET), held(false, false));
    assertFalse(decision.result().toString().contains(SECRET));
  }

  @Test
  void what_a_person_withdrew_is_not_put_back_by_an_older_row() {
    Found withdrawn =
        new Found(1, PERSON, "GB", false, false, Instant.parse("2026-05-10T09:00:00Z"));
    refused("declaredOn", rules.decide(row("Disabled"), withdrawn));
    refused("declaredOn", rules.decide(row(Map.of("declaredOn", "2026-05-09")), withdrawn));
    refused("declaredOn", rules.decide(row(Map.of("declaredOn", "2026-05-10")), withdrawn));
    assertEquals(
        RowOutcome.CREATED,
        rules.decide(row(Map.of("declaredOn", "2026-05-11")), withdrawn).result().outcome());
  }

  @Test
  void of_a_withdrawal_at_an_hour_when_it_is_tomorrow_elsewhere_only_a_day_after_that_is_later() {
    Found withdrawn =
        new Found(1, PERSON, "GB", false, false, Instant.parse("2026-05-10T23:00:00Z"));
    refused("declaredOn", rules.decide(row(Map.of("declaredOn", "2026-05-11")), withdrawn));
    assertEquals(
        RowOutcome.CREATED,
        rules.decide(row(Map.of("declaredOn", "2026-05-12")), withdrawn).result().outcome());
  }

  @Test
  void what_a_person_withdrew_does_not_take_the_place_of_what_they_declared_since() {
    Instant day = Instant.parse("2026-05-10T09:00:00Z");
    refused(
        "declaredOn", rules.decide(row("Disabled"), new Found(1, PERSON, "GB", true, false, day)));
    assertEquals(
        RowOutcome.UNCHANGED,
        rules
            .decide(row("Disabled"), new Found(1, PERSON, "GB", true, true, day))
            .result()
            .outcome());
  }

  @Test
  void a_declaration_of_a_day_that_has_begun_nowhere_lies_ahead() {
    LocalDate today = LocalDate.of(2026, 5, 10);
    assertTrue(RowRules.isDeclaredAhead(row(Map.of("declaredOn", "2026-05-11")), today));
    assertFalse(RowRules.isDeclaredAhead(row(Map.of("declaredOn", "2026-05-10")), today));
  }

  private static void refused(String column, Decision decision) {
    assertEquals(RowOutcome.REFUSED, decision.result().outcome());
    assertEquals(column, decision.result().errors().get(0).column());
    assertTrue(decision.change().isEmpty());
  }

  private static Found held(boolean isHeld, boolean isSame) {
    return new Found(1, PERSON, "GB", isHeld, isSame, null);
  }

  private static ImportRow row(String value) {
    return row(Map.of("value", value));
  }

  private static ImportRow row(Map<String, String> cells) {
    Map<String, String> values =
        new HashMap<>(Map.of("externalId", "E1", "dimension", "disability", "value", "Disabled"));
    values.putAll(cells);
    return new ImportRow(7, values);
  }
}
