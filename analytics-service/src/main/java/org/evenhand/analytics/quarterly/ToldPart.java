package org.evenhand.analytics.quarterly;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.kit.data.quarter.Quarter;

/** A part of what a service tells of a quarter, 1 to {@link #parts}. */
public interface ToldPart<T extends ToldUnit<T>> {

  QuarterFigure figure();

  String quarter();

  int part();

  int parts();

  List<T> units();

  /** Whether it names the quarter, its place among the parts, and units that there can be. */
  default boolean isWhole() {
    return Stream.of(quarter(), units()).allMatch(Objects::nonNull)
        && quarter().matches(Quarter.FORM)
        && part() >= 1
        && part() <= parts()
        && units().stream().allMatch(unit -> unit != null && unit.canBe());
  }
}
