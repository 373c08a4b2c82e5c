package org.evenhand.review.growth.goal.terms;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two people agree on.
 *
 * @param criterion the criterion of the policy that it serves
 * @param weight in the set of the assignment's goals; a set has weights throughout, or none
 * @param dueOn the day by which it is to be reached
 * @param agreeBy the day by which it is to be agreed, where no cycle says one
 */
public record GoalTerms(
    String title,
    @Nullable String description,
    @Nullable String criterion,
    Measure measure,
    @Nullable Integer weight,
    GoalVisibility visibility,
    LocalDate dueOn,
    @Nullable LocalDate agreeBy) {

  /** These terms until another day, for a goal that is carried over. */
  public GoalTerms until(LocalDate day) {
    return new GoalTerms(title, description, criterion, measure, weight, visibility, day, null);
  }

  /** The fields in which they differ, as the API names them. */
  public List<String> differingFrom(GoalTerms other) {
    Map<String, Boolean> same = new LinkedHashMap<>();
    same.put("title", title.equals(other.title));
    same.put("description", Objects.equals(description, other.description));
    same.put("criterion", Objects.equals(criterion, other.criterion));
    same.put("measure", measure.equals(other.measure));
    same.put("weight", Objects.equals(weight, other.weight));
    same.put("visibility", visibility == other.visibility);
    same.put("dueOn", dueOn.equals(other.dueOn));
    same.put("agreeBy", Objects.equals(agreeBy, other.agreeBy));
    return same.entrySet().stream()
        .filter(field -> !field.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }
}
