package org.evenhand.analytics.viewer;

import java.util.Collection;

/** What is counted of the people of a unit. */
public interface UnitFigure<T extends UnitFigure<T>> {

  /** Of both units together. */
  T plus(T other);

  /** Whether nobody stands out of it. */
  boolean isSafe(long least);

  /** Whether those who are hidden together with it stand out less. */
  boolean protects();

  long people();

  /**
   * Whether the numbers of all that are hidden say of this one why it is, and so which its own are.
   *
   * @param hidden all that are hidden, with this one
   */
  default boolean isGivenAwayBy(Collection<T> hidden, long least) {
    return false;
  }
}
