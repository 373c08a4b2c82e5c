package org.evenhand.analytics.finding.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever the order in which imported years come, and come corrected, their findings are in the
 * end the same. Each import has its years and its scale to itself, so that none is compared with
 * another's.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderOfYearsTest {

  private static final List<String> TWICE = List.of("1 WARN RAISED", "2 CRITICAL RAISED");
  private static final List<String> ONCE = List.of("1 WARN CLEARED");
  private static final List<String> ONCE_OF_THREE = List.of("1 WARN CLEARED", "3 WARN RAISED");

  /** A year as it was sent: whether both groups fared alike. */
  private record Year(int number, boolean alike) {}

  /** Years that come one after the other, and those that come at once. */
  private record Import(int id, List<String> findings, List<List<Year>> sent) {

    void send(int step) {
      if (step < sent.size()) {
        List<Sent> ratings = new ArrayList<>();
        for (int person = 0; person < TwoTeams.PEOPLE; person++) {
          for (Year year : sent.get(step)) {
            ratings.add(rating(year, person, step + 1));
          }
        }
        TwoTeams.send(ratings);
      }
    }

    private Sent rating(Year year, int person, int sequence) {
      int scale = id + 6;
      int ordinal = isTop(year, person) ? scale : 1 + person / 2 % 2;
      return TwoTeams.recorded(
          key(year.number()), 2040 + 4 * id + year.number(), scale, person, ordinal, sequence);
    }

    /**
     * Twenty of each; or three of the North and twenty of the South, so that of both some are
     * corrected each way and some are not, and nobody's region follows from a correction.
     */
    private static boolean isTop(Year year, int person) {
      if (year.alike()) {
        return person < 40;
      }
      return TwoTeams.isNorth(person) ? Set.of(0, 40, 42).contains(person) : person >= 20;
    }

    String key(int year) {
      return "order " + id + " year " + year;
    }

    int ratings(int step) {
      return step < sent.size() ? sent.get(step).size() * TwoTeams.PEOPLE : 0;
    }

    /** Those that have not been replaced by another of the same year. */
    List<String> found() {
      return Database.column(
          """
          select distinct right(f.cycle_key, 1) || ' ' || f.verdict || ' ' || f.state
          from finding f
          left join judgement j on j.id = cast(f.clearing ->> 'judgementId' as uuid)
          where f.cycle_key like 'order %d year %%' and f.verdict in ('WARN', 'CRITICAL')
            and j.cycle_id is distinct from f.cycle_id
          order by 1
          """
              .formatted(id));
    }
  }

  private static final Year FIRST = new Year(1, false);
  private static final Year SECOND = new Year(2, false);
  private static final Year SECOND_ALIKE = new Year(2, true);
  private static final Year THIRD = new Year(3, false);
  private static final Year THIRD_ALIKE = new Year(3, true);

  private static final List<Import> IMPORTS =
      List.of(
          new Import(0, TWICE, List.of(List.of(FIRST), List.of(SECOND))),
          new Import(1, TWICE, List.of(List.of(SECOND), List.of(FIRST))),
          new Import(2, TWICE, List.of(List.of(SECOND, FIRST))),
          new Import(3, TWICE, List.of(List.of(FIRST), List.of(SECOND_ALIKE), List.of(SECOND))),
          new Import(4, ONCE, List.of(List.of(FIRST), List.of(SECOND_ALIKE))),
          new Import(5, ONCE, List.of(List.of(SECOND_ALIKE), List.of(FIRST))),
          new Import(
              6, ONCE_OF_THREE, List.of(List.of(FIRST), List.of(SECOND_ALIKE), List.of(THIRD))),
          new Import(
              7,
              ONCE_OF_THREE,
              List.of(List.of(FIRST, THIRD_ALIKE), List.of(SECOND_ALIKE), List.of(THIRD))));

  @BeforeAll
  void two_teams_exist() {
    TwoTeams.exist();
  }

  @Test
  void the_findings_are_the_same_whatever_the_order() {
    for (int step = 0; step < 3; step++) {
      for (Import each : IMPORTS) {
        each.send(step);
      }
      int sent = step;
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> IMPORTS.stream().allMatch(each -> isJudged(each, sent)));
    }
    Map<Integer, List<String>> expected = new TreeMap<>();
    IMPORTS.forEach(each -> expected.put(each.id(), each.findings()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertEquals(expected, found()));
  }

  /** All that was sent is counted, and no judgement is due. */
  private static boolean isJudged(Import each, int step) {
    return counted(each, step) == each.ratings(step)
        && Database.number(
                "select count(*) from due_work d join cycle c on c.cycle_id = d.subject where c.key"
                    + " like 'order %d year %%'".formatted(each.id()))
            == 0;
  }

  private static long counted(Import each, int step) {
    return Database.number(
        """
        select count(*) from inbox i
        where i.topic = 'evenhand.internal.ratings' and i.sequence = %d
          and i.subject in (
            select cast(f.review_id as text) from rating_fact f
            join cycle c on c.cycle_id = f.cycle_id where c.key like 'order %d year %%')
        """
            .formatted(step + 1, each.id()));
  }

  private static Map<Integer, List<String>> found() {
    Map<Integer, List<String>> found = new TreeMap<>();
    IMPORTS.forEach(each -> found.put(each.id(), each.found()));
    return found;
  }
}
