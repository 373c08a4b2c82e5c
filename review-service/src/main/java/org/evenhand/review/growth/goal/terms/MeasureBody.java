package org.evenhand.review.growth.goal.terms;

import static java.util.Objects.requireNonNull;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** A measure as the API writes it: which fields it has follows from its kind. */
@Schema(
    name = "GoalMeasure",
    example = "{\"kind\": \"METRIC\", \"from\": \"3.5\", \"to\": \"2\", \"unit\": \"days\"}")
public record MeasureBody(
    @NotNull MeasureKind kind,
    @Pattern(regexp = MeasureBody.DECIMAL) @Nullable String from,
    @Pattern(regexp = MeasureBody.DECIMAL) @Nullable String to,
    @PlainText @Size(max = 60) @Nullable String unit,
    @Size(min = 1, max = 30) @Nullable List<@NotNull @PlainText @Size(max = 500) String> steps,
    @PlainText @Size(max = 2000) @Nullable String question,
    @PlainText @Size(max = 2000) @Nullable String learning,
    @Nullable LocalDate checkpoint) {

  /** A text, because a number would be read in more than one way. */
  static final String DECIMAL = "^-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,4})?$";

  public static MeasureBody of(Measure measure) {
    MeasureKind kind = Measure.kindOf(measure);
    if (measure instanceof Measure.Metric metric) {
      return new MeasureBody(
          kind, metric.from(), metric.to(), metric.unit(), null, null, null, null);
    }
    if (measure instanceof Measure.StepList list) {
      return new MeasureBody(kind, null, null, null, list.steps(), null, null, null);
    }
    if (measure instanceof Measure.Exploratory open) {
      return new MeasureBody(
          kind, null, null, null, null, open.question(), open.learning(), open.checkpoint());
    }
    return new MeasureBody(kind, null, null, null, null, null, null, null);
  }

  /** What is missing for its kind, and what is of another kind. */
  public List<Violation> violations(String pointer) {
    Set<String> wanted = fields();
    List<Violation> found = new ArrayList<>();
    given()
        .forEach(
            (field, there) -> {
              if (there && !wanted.contains(field)) {
                found.add(NOT_ALLOWED.at(pointer + "/" + field, "is not of the kind " + kind));
              } else if (!there && wanted.contains(field)) {
                found.add(REQUIRED.at(pointer + "/" + field, "is needed for the kind " + kind));
              }
            });
    if (found.isEmpty() && from != null && sameNumber()) {
      found.add(INCONSISTENT.at(pointer + "/to", "is where it stands already"));
    }
    return found;
  }

  private boolean sameNumber() {
    return new BigDecimal(requireNonNull(from)).compareTo(new BigDecimal(requireNonNull(to))) == 0;
  }

  private Set<String> fields() {
    return switch (kind) {
      case METRIC -> Set.of("from", "to", "unit");
      case STEPS -> Set.of("steps");
      case YES_NO -> Set.of();
      case EXPLORATORY -> Set.of("question", "learning", "checkpoint");
    };
  }

  private Map<String, Boolean> given() {
    Map<String, Boolean> given = new TreeMap<>();
    given.put("from", from != null);
    given.put("to", to != null);
    given.put("unit", unit != null);
    given.put("steps", steps != null);
    given.put("question", question != null);
    given.put("learning", learning != null);
    given.put("checkpoint", checkpoint != null);
    return given;
  }

  /** Asked once there are no {@link #violations}. */
  public Measure measure() {
    return switch (kind) {
      case METRIC ->
          new Measure.Metric(requireNonNull(from), requireNonNull(to), requireNonNull(unit));
      case STEPS -> new Measure.StepList(requireNonNull(steps));
      case YES_NO -> new Measure.YesNo();
      case EXPLORATORY ->
          new Measure.Exploratory(
              requireNonNull(question), requireNonNull(learning), requireNonNull(checkpoint));
    };
  }
}
