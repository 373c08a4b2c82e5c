package org.evenhand.calibration.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgendaTest {
  @Test
  void theMostDisputedSampleComesFirst() {
    Map<String, List<Integer>> scores =
        Map.of(
            "agreed", List.of(3, 3, 3, 3),
            "one apart", List.of(3, 3, 3, 4),
            "split", List.of(1, 1, 5, 5),
            "one outlier", List.of(5, 5, 5, 1),
            "unscored", List.of());

    assertEquals(
        List.of("split", "one outlier", "one apart", "agreed", "unscored"),
        Agenda.mostDisputedFirst(scores, Comparator.naturalOrder()));
  }

  @Test
  void samplesThatAreDisputedAlikeKeepAnOrderThatEveryoneSees() {
    Map<String, List<Integer>> scores =
        Map.of("b", List.of(1, 2, 4), "a", List.of(4, 1, 2), "c", List.of(2, 3, 5));

    assertEquals(
        List.of("a", "b", "c"), Agenda.mostDisputedFirst(scores, Comparator.naturalOrder()));
  }

  @Test
  void whatNobodyScoredComesLastWhereverItStood() {
    for (List<String> given : List.of(List.of("none", "some"), List.of("some", "none"))) {
      Map<String, List<Integer>> scores = new LinkedHashMap<>();
      given.forEach(name -> scores.put(name, name.equals("none") ? List.of() : List.of(2, 2)));

      assertEquals(
          List.of("some", "none"), Agenda.mostDisputedFirst(scores, Comparator.naturalOrder()));
    }
  }

  @Test
  void theSpreadIsInRatingPoints() {
    ScoreSpread spread = ScoreSpread.of(List.of(1, 2, 3, 4));

    assertEquals(4, spread.raters());
    assertEquals(2.5, spread.mean());
    assertEquals(3, spread.range());
    assertEquals(Math.sqrt(5.0 / 3), spread.standardDeviation(), 1e-15);
    assertEquals(1.0, spread.meanAbsoluteDeviation());
  }

  @Test
  void aSingleScoreDisagreesWithNobody() {
    assertEquals(new ScoreSpread(1, 4, 0, 0, 0), ScoreSpread.of(List.of(4)));
    assertThrows(IllegalArgumentException.class, () -> ScoreSpread.of(List.of()));
  }
}
