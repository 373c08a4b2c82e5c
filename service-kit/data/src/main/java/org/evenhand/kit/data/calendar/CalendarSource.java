package org.evenhand.kit.data.calendar;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The dates of one room. One bean for each room that has any. */
public interface CalendarSource {

  /**
   * All of a person, past ones for as long as the room knows them: of what is missing the person is
   * told that it was cancelled, unless it is over. It holds no name and nothing that the person may
   * not know.
   *
   * @param person our id
   */
  Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person);

  /**
   * Whether it is kept what the person was told. Where it isn't, nothing shows later when a date
   * fell away; it is gone, and was never told as cancelled.
   */
  default boolean isKept() {
    return true;
  }
}
