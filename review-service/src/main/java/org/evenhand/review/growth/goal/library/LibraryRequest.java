package org.evenhand.review.growth.goal.library;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.PlainText;
import org.evenhand.review.growth.goal.terms.MeasureBody;
import org.jspecify.annotations.Nullable;

/** What HR writes of an entry. */
@Schema(
    name = "LibraryGoalRequest",
    example =
        """
        {"key": "answer-time", "jobFamily": "customer-care", "title": "Answers within two days",
         "criterion": "delivery",
         "measure": {"kind": "METRIC", "from": "3.5", "to": "2", "unit": "days"}}
        """)
record LibraryRequest(
    @NotNull @Pattern(regexp = LibraryRequest.KEY) String key,
    @PlainText @Size(max = 100) @Nullable String jobFamily,
    @PlainText @Size(max = 100) @Nullable String jobLevel,
    @NotNull @PlainText @Size(max = 200) String title,
    @PlainText @Size(max = 4000) @Nullable String description,
    @PlainText @Size(max = 100) @Nullable String criterion,
    @NotNull @Valid MeasureBody measure) {

  /** Plain, so that no two look alike. */
  static final String KEY = "^[a-z0-9][a-z0-9-]{0,39}$";

  LibraryGoal.Suited suited() {
    return new LibraryGoal.Suited(jobFamily, jobLevel);
  }

  /**
   * @throws Problem RULE_VIOLATED
   */
  LibraryContent content() {
    List<Violation> found = measure.violations("/measure");
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A goal can't be put so.").with(found);
    }
    return new LibraryContent(title, description, criterion, measure.measure());
  }
}
