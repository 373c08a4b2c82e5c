package org.evenhand.review.review.reading;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
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

  /** What it wants the caller to be; anything where nothing is said. */
  public static Set<Relation> relations(@Nullable RoleFilter role) {
    return role == null ? ReviewReading.anyRelation() : role.relations;
  }

  /** As the parameter says it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
