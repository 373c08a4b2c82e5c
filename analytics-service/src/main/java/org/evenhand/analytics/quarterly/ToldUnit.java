package org.evenhand.analytics.quarterly;

import org.evenhand.analytics.viewer.UnitFigure;
import org.jspecify.annotations.Nullable;

/** What is told of a unit. A person counts in one unit. */
public interface ToldUnit<T extends ToldUnit<T>> extends UnitFigure<T> {

  /** Absent for all units together that have fewer people than can be told of. */
  @Nullable String unit();

  /** Whether the numbers can be of one unit. */
  boolean canBe();

  /** What it is known by among those of its quarter: one of them has no name. */
  default String key() {
    String name = unit();
    return name == null ? "" : name;
  }
}
