package org.evenhand.review.growth.goal.terms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;

/** How it is seen whether a goal is reached. No rating is ever computed from it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Measure.Metric.class, name = "METRIC"),
  @JsonSubTypes.Type(value = Measure.StepList.class, name = "STEPS"),
  @JsonSubTypes.Type(value = Measure.YesNo.class, name = "YES_NO"),
  @JsonSubTypes.Type(value = Measure.Exploratory.class, name = "EXPLORATORY")
})
public sealed interface Measure {

  /**
   * A number that moves.
   *
   * @param from where it stands; decimal numbers are kept as they were written
   */
  record Metric(String from, String to, String unit) implements Measure {}

  record StepList(List<String> steps) implements Measure {

    public StepList {
      steps = List.copyOf(steps);
    }
  }

  record YesNo() implements Measure {}

  /**
   * Nobody knows yet what can be reached.
   *
   * @param learning what would be learnt
   * @param checkpoint the day on which both look at it
   */
  record Exploratory(String question, String learning, LocalDate checkpoint) implements Measure {}

  static MeasureKind kindOf(Measure measure) {
    if (measure instanceof Metric) {
      return MeasureKind.METRIC;
    }
    if (measure instanceof StepList) {
      return MeasureKind.STEPS;
    }
    return measure instanceof Exploratory ? MeasureKind.EXPLORATORY : MeasureKind.YES_NO;
  }
}
