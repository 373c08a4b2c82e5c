package org.evenhand.analytics.duty.figures;

import java.util.List;
import org.evenhand.analytics.quarterly.QuarterFigure;
import org.evenhand.analytics.quarterly.QuarterFigure.Room;
import org.evenhand.analytics.quarterly.ToldPart;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a service tells of the duties of a kind and quarter.
 *
 * @param kind one that isn't asked for here yet is kept too
 */
record DutiesCounted(
    @Nullable String kind, String quarter, int part, int parts, List<UnitDuties> units)
    implements ToldPart<UnitDuties> {

  /**
   * @throws RefusedEvent when a field is missing or impossible
   */
  static DutiesCounted of(ReceivedEvent event) {
    DutiesCounted told = event.as(DutiesCounted.class);
    if (told.kind == null || told.kind.isBlank() || !told.isWhole()) {
      throw new RefusedEvent(
          "A part of a quarter's duties names the kind, the quarter, its place among the parts, and"
              + " units with numbers that go together");
    }
    return told;
  }

  @Override
  public QuarterFigure figure() {
    return new QuarterFigure(Room.DUTIES, String.valueOf(kind));
  }
}
