package org.evenhand.review.growth.goal.library;

import java.time.LocalDate;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.terms.GoalVisibility;
import org.evenhand.review.growth.goal.terms.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says.
 *
 * @param criterion looked at when somebody gets the goal: policies differ by whom they bind
 */
public record LibraryContent(
    String title, @Nullable String description, @Nullable String criterion, Measure measure) {

  public GoalTerms terms(@Nullable Integer weight, GoalVisibility visibility, LocalDate dueOn) {
    return new GoalTerms(title, description, criterion, measure, weight, visibility, dueOn, null);
  }
}
