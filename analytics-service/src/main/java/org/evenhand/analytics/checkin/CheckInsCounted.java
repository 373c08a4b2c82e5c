package org.evenhand.analytics.checkin;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.evenhand.analytics.Quarter;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A part of what review-service tells of the check-ins of a quarter.
 *
 * @param part 1 to {@code parts}
 */
record CheckInsCounted(String quarter, int part, int parts, List<UnitCheckIns> units) {

  /**
   * @throws RefusedEvent when a field is missing or impossible
   */
  static CheckInsCounted of(ReceivedEvent event) {
    CheckInsCounted told = event.as(CheckInsCounted.class);
    if (!told.isWhole()) {
      throw new RefusedEvent(
          "A part of a quarter's check-ins names the quarter, its place among the parts, and units"
              + " with numbers that go together");
    }
    return told;
  }

  private boolean isWhole() {
    return Stream.of(quarter, units).allMatch(Objects::nonNull)
        && quarter.matches(Quarter.FORM)
        && part >= 1
        && part <= parts
        && units.stream().allMatch(CheckInsCounted::isPossible);
  }

  private static boolean isPossible(@Nullable UnitCheckIns unit) {
    return unit != null && unit.isPossible();
  }
}
