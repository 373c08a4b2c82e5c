package org.evenhand.review.review.reading;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ONE_OF;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.review.access.Relation;
import org.jspecify.annotations.Nullable;

/** What the caller wants to be to the reviews of a list. */
public enum RoleFilter {
  REVIEWEE(Relation.OWN),
  REVIEWER(Relation.REVIEWER),
  CONTRIBUTOR(Relation.CONTRIBUTOR),
  LINE(Relation.LINE),
  HR(Relation.HR, Relation.HR_LEAD);

  private final Set<Relation> relations;

  RoleFilter(Relation... relations) {
    this.relations = EnumSet.copyOf(Arrays.asList(relations));
  }

  public static Set<Relation> relations(@Nullable String role) {
    if (role == null) {
      return ReviewReading.anyRelation();
    }
    return Arrays.stream(values())
        .filter(filter -> filter.name().toLowerCase(Locale.ROOT).equals(role))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(CommonProblem.INVALID_PARAMETER, "The role is not valid.")
                    .with(
                        NOT_ONE_OF.parameter(
                            "role", "must be reviewee, reviewer, contributor, line or hr")))
        .relations;
  }
}
