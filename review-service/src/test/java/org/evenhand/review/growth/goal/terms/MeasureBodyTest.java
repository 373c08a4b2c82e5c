package org.evenhand.review.growth.goal.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Violation;
import org.junit.jupiter.api.Test;

class MeasureBodyTest {

  @Test
  void eachKindHasItsFieldsAndNoOthers() {
    assertEquals(List.of(), faults(metric("3.5", "2")));
    assertEquals(
        List.of("/measure/from", "/measure/to", "/measure/unit"), faults(bare(MeasureKind.METRIC)));
    assertEquals(List.of("/measure/steps"), faults(bare(MeasureKind.STEPS)));
    assertEquals(List.of(), faults(bare(MeasureKind.YES_NO)));
    assertEquals(
        List.of("/measure/checkpoint", "/measure/learning", "/measure/question"),
        faults(bare(MeasureKind.EXPLORATORY)));
    assertEquals(
        List.of("/measure/unit"),
        faults(new MeasureBody(MeasureKind.YES_NO, null, null, "days", null, null, null, null)));
  }

  @Test
  void aNumberThatStaysWhereItIsIsNoTargetHoweverItIsWritten() {
    assertEquals(List.of("/measure/to"), faults(metric("2", "2.0")));
  }

  @Test
  void whatIsStoredReadsBackAsItWas() {
    for (Measure measure :
        List.of(
            new Measure.Metric("3.5", "2", "days"),
            new Measure.StepList(List.of("one", "two")),
            new Measure.YesNo(),
            new Measure.Exploratory("why", "whether", LocalDate.parse("2027-01-31")))) {
      String stored = Json.write(new Holder(measure));
      assertEquals(new Holder(measure), read(stored));
      assertEquals(measure, MeasureBody.of(measure).measure());
    }
  }

  /** As terms hold one. */
  record Holder(Measure measure) {}

  private static Holder read(String stored) {
    try {
      return Json.mapper().readValue(stored, Holder.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(stored, e);
    }
  }

  private static List<String> faults(MeasureBody body) {
    return body.violations("/measure").stream().map(Violation::pointer).toList();
  }

  private static MeasureBody metric(String from, String to) {
    return new MeasureBody(MeasureKind.METRIC, from, to, "days", null, null, null, null);
  }

  private static MeasureBody bare(MeasureKind kind) {
    return new MeasureBody(kind, null, null, null, null, null, null, null);
  }
}
