package org.evenhand.review.growth.goal.terms;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/** The terms of a goal as the API writes them. */
@Schema(
    name = "GoalTerms",
    example =
        """
        {"title": "Answers within two days", "criterion": "delivery",
         "measure": {"kind": "METRIC", "from": "3.5", "to": "2", "unit": "days"},
         "weight": 40, "visibility": "UNIT", "dueOn": "2027-06-30"}
        """)
public record TermsBody(
    @NotNull @PlainText @Size(max = 200) String title,
    @PlainText @Size(max = 4000) @Nullable String description,
    @PlainText @Size(max = 100) @Nullable String criterion,
    @NotNull @Valid MeasureBody measure,
    @Min(1) @Max(100) @Nullable Integer weight,
    @NotNull GoalVisibility visibility,
    @NotNull LocalDate dueOn,
    @Nullable LocalDate agreeBy) {

  private static final int LONGEST_YEARS = 5;

  public static TermsBody of(GoalTerms terms) {
    return new TermsBody(
        terms.title(),
        terms.description(),
        terms.criterion(),
        MeasureBody.of(terms.measure()),
        terms.weight(),
        terms.visibility(),
        terms.dueOn(),
        terms.agreeBy());
  }

  /** What anybody may read of terms that are open to a unit or the company. */
  public static TermsBody ofOpen(GoalTerms terms) {
    return new TermsBody(
        terms.title(),
        terms.description(),
        terms.criterion(),
        MeasureBody.of(terms.measure()),
        null,
        terms.visibility(),
        terms.dueOn(),
        null);
  }

  /**
   * @param days of the place where the person works
   * @throws Problem RULE_VIOLATED naming everything that stands against them
   */
  public GoalTerms terms(String pointer, WorkingDays days, Instant now) {
    List<Violation> found = new ArrayList<>(measure.violations(pointer + "/measure"));
    dueOn(pointer + "/dueOn", days, now).ifPresent(found::add);
    if (agreeBy != null && agreeBy.isAfter(dueOn)) {
      found.add(INCONSISTENT.at(pointer + "/agreeBy", "is after dueOn"));
    }
    if (measure.checkpoint() != null && measure.checkpoint().isAfter(dueOn)) {
      found.add(INCONSISTENT.at(pointer + "/measure/checkpoint", "is after dueOn"));
    }
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A goal can't be put so.").with(found);
    }
    return new GoalTerms(
        title, description, criterion, measure.measure(), weight, visibility, dueOn, agreeBy);
  }

  private Optional<Violation> dueOn(String pointer, WorkingDays days, Instant now) {
    return fault(dueOn, days, now).map(fault -> RANGE.at(pointer, fault));
  }

  /** What is wrong with a day by which something is to be reached. */
  public static Optional<String> fault(LocalDate dueOn, WorkingDays days, Instant now) {
    if (!now.isBefore(days.endOf(dueOn))) {
      return Optional.of("is over");
    }
    return dueOn.isAfter(days.today(now).plusYears(LONGEST_YEARS))
        ? Optional.of("is more than five years ahead")
        : Optional.empty();
  }
}
