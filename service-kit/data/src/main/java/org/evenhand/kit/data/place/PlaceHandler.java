package org.evenhand.kit.data.place;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.consume.StateHandler;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps this service's copy of the calendars. A service names the topic and makes it a bean. */
public abstract class PlaceHandler implements StateHandler {

  @Override
  public Uni<Void> keep(Mutiny.Session session, List<ReceivedEvent> states, Set<UUID> erased) {
    return CalendarRows.keep(session, states.stream().map(PlaceHandler::calendar).toList())
        .chain(() -> CalendarRows.remove(session, erased));
  }

  /**
   * @throws RefusedEvent when a field is missing, or it isn't about the place that is its subject
   */
  private static KeptCalendar calendar(ReceivedEvent event) {
    SiteCalendar calendar = event.as(SiteCalendar.class);
    if (!event.subjectId().equals(calendar.id())) {
      throw new RefusedEvent("workLocation has to be the place that is the subject");
    }
    return new KeptCalendar(event.sequence(), calendar);
  }
}
