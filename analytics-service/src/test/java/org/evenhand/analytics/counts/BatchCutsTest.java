package org.evenhand.analytics.counts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Batches;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a review is counted may not depend on which of its events came together. */
@QuarkusTest
class BatchCutsTest {

  private static final String CYCLE = "cut into batches";

  @Inject RatingsConsumer ratings;
  @Inject Batches batches;

  @ParameterizedTest
  @CsvSource({
    "0, SHARED ACKNOWLEDGED IN_PROGRESS SUBMITTED SHARED FINAL",
    "1, SHARED ACKNOWLEDGED FINAL FINAL",
    "0, SHARED FINAL FINAL",
    "1, ACKNOWLEDGED FINAL IN_PROGRESS SHARED ACKNOWLEDGED FINAL"
  })
  void one_history_is_counted_alike_however_it_is_cut_into_batches(int acknowledged, String life) {
    List<String> states = List.of(life.split(" "));
    int cuts = states.size() - 1;
    List<String> oneByOne = counted(states, (1 << cuts) - 1);
    assertEquals(acknowledged, oneByOne.stream().filter("ACKNOWLEDGED|1"::equals).count());
    for (int cut = 0; cut < (1 << cuts) - 1; cut++) {
      assertEquals(
          oneByOne, counted(states, cut), life + ", cut as " + Integer.toBinaryString(cut));
    }
    assertEquals(Database.recounted(), Database.cells());
  }

  /**
   * The cells of a review, alone in its unit.
   *
   * @param cut bit n says whether a batch ends after event n
   */
  private List<String> counted(List<String> states, int cut) {
    String unit = String.join(" ", states) + " " + cut;
    List<Sent> batch = new ArrayList<>();
    for (int event = 0; event < states.size(); event++) {
      batch.add(state(unit, states.get(event), event + 1));
      if ((cut >> event & 1) == 1) {
        batches.take(ratings, batch);
        batch.clear();
      }
    }
    batches.take(ratings, batch);
    List<String> counted = cellsOf(unit);
    // Lies in no topic, and so may not be among the counts that are compared with those of one.
    batches.take(ratings, List.of(state(unit, "CANCELLED", states.size() + 1)));
    return counted;
  }

  private static List<String> cellsOf(String unit) {
    return Database.column(
        """
        select concat_ws('|', stage, n) from completion_cell where n <> 0 and value = '%1$s'
        union all
        select concat_ws('|', phase, ordinal, n) from count_cell where n <> 0 and value = '%1$s'
        order by 1
        """
            .formatted(unit));
  }

  private static Sent state(String unit, String state, int sequence) {
    Map<String, Object> review = Company.review("of " + unit, CYCLE, state);
    review.put("orgUnit", unit);
    review.put("calibration", "NOT_CALIBRATED");
    review.put("originalOrdinal", 3);
    review.put("ordinal", 4);
    return Company.event("org.evenhand.review.changed.v1", sequence, review);
  }
}
