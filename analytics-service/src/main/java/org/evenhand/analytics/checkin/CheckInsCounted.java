package org.evenhand.analytics.checkin;

import java.util.List;
import org.evenhand.analytics.quarterly.QuarterFigure;
import org.evenhand.analytics.quarterly.QuarterFigure.Room;
import org.evenhand.analytics.quarterly.ToldPart;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;

/** A part of what review-service tells of the check-ins of a quarter. */
record CheckInsCounted(String quarter, int part, int parts, List<UnitCheckIns> units)
    implements ToldPart<UnitCheckIns> {

  static final QuarterFigure FIGURE = QuarterFigure.of(Room.CHECK_INS);

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

  @Override
  public QuarterFigure figure() {
    return FIGURE;
  }
}
