package org.evenhand.analytics.viewer;

/** What is counted of the people of a unit. */
public interface UnitFigure<T extends UnitFigure<T>> {

  /** Of both units together. */
  T plus(T other);

  /** Whether nobody stands out of it. */
  boolean isSafe(long least);

  /** Whether those who are hidden together with it stand out less. */
  boolean protects();

  long people();
}
