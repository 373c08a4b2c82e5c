package org.evenhand.analytics.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.analytics.disclosure.DisclosureRules;
import org.evenhand.analytics.publication.EvidenceDisclosure.Alike;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who knows in which band somebody is must not learn what they declared. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EvidenceDisclosureTest {

  private static final Set<EvidenceMeasure> ALL = Set.of(EvidenceMeasure.values());

  private final List<Alike> people = new ArrayList<>();

  @Test
  void of_groups_that_are_mixed_in_every_band_everything_is_told() {
    have(8, "Left", 2).have(4, "Left", 3).have(5, "Right", 2).have(9, "Right", 3);

    Map<String, EvidenceFigures> told = told();

    assertEquals(12, told.get("Left").reviews());
    assertEquals(ALL, told.get("Left").bands().keySet());
    assertEquals(List.of(0L, 8L, 4L), told.get("Left").bands().get(EvidenceMeasure.OBSERVATIONS));
    assertEquals(
        List.of(0L, 5L, 9L, 0L), told.get("Right").bands().get(EvidenceMeasure.DAYS_SINCE));
  }

  @Test
  void where_all_in_a_band_are_of_one_group_that_measure_is_told_of_neither() {
    have(8, "Left", 2).have(3, "Left", 3).have(5, "Right", 2).have(9, "Right", 3);
    people.add(alike("Left", 1, bands(2, EvidenceMeasure.IMPACT, 1)));

    Map<String, EvidenceFigures> told = told();

    for (String group : List.of("Left", "Right")) {
      assertFalse(told.get(group).bands().containsKey(EvidenceMeasure.IMPACT), group);
      assertEquals(ALL.size() - 1, told.get(group).bands().size(), group);
    }
  }

  @Test
  void where_all_of_a_group_are_in_one_band_nothing_is_told() {
    have(12, "Left", 2).have(5, "Right", 2).have(9, "Right", 3);

    assertEquals(Set.of(), told().keySet());
  }

  @Test
  void of_nine_people_no_distribution_is_told_and_not_by_subtraction() {
    have(5, "Left", 2).have(4, "Left", 3).have(5, "Right", 2).have(9, "Right", 3);

    assertEquals(Set.of(), told().keySet());
  }

  @Test
  void of_a_group_of_which_not_everybody_was_told_nothing_is_told_and_not_by_subtraction() {
    have(8, "Left", 2).have(4, "Left", 3).have(5, "Right", 2).have(9, "Right", 3);
    people.add(new Alike("Left", Map.of(), true, 1));

    assertEquals(Set.of(), told().keySet());
  }

  @Test
  void what_ratings_keep_back_evidence_does_not_tell() {
    have(8, "Left", 2).have(4, "Left", 3).have(5, "Right", 2).have(9, "Right", 3);
    have(6, "Mid", 2).have(6, "Mid", 3);
    people.replaceAll(
        alike ->
            alike.group().equals("Mid")
                ? new Alike("Mid", alike.bands(), false, alike.people())
                : alike);

    assertEquals(Set.of("Right"), told().keySet());
  }

  private Map<String, EvidenceFigures> told() {
    return EvidenceDisclosure.decide(people, Set.of("undeclared"), new DisclosureRules(5, 10));
  }

  /** Their reviews are in the same band of every measure. */
  private EvidenceDisclosureTest have(long number, String group, int band) {
    people.add(alike(group, number, bands(band)));
    return this;
  }

  private static Alike alike(String group, long number, Map<EvidenceMeasure, Integer> bands) {
    return new Alike(group, bands, true, number);
  }

  private static Map<EvidenceMeasure, Integer> bands(int band) {
    Map<EvidenceMeasure, Integer> bands = new EnumMap<>(EvidenceMeasure.class);
    ALL.forEach(measure -> bands.put(measure, band));
    return bands;
  }

  private static Map<EvidenceMeasure, Integer> bands(int band, EvidenceMeasure but, int other) {
    Map<EvidenceMeasure, Integer> bands = bands(band);
    bands.put(but, other);
    return bands;
  }
}
