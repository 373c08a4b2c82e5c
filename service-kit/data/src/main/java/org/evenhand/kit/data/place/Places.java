package org.evenhand.kit.data.place;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The days of work locations, as this service has their calendars. */
@ApplicationScoped
public class Places {

  private static final String NAMED =
      "select cast(calendar as text) as calendar from site_calendar"
          + " where work_location = any (cast(:locations as text[]))";

  /**
   * Those of one place.
   *
   * @param workLocation null where it isn't known where somebody works
   */
  public Uni<WorkingDays> at(Mutiny.Session session, @Nullable String workLocation) {
    return workLocation == null
        ? Uni.createFrom().item(WorkingDays.unknown())
        : atAll(session, List.of(workLocation)).map(found -> daysAt(found, workLocation));
  }

  /**
   * Those of several places, in one query: each that was asked for is there, {@linkplain
   * WorkingDays#unknown as unknown} where nobody has described it.
   */
  public Uni<Map<String, WorkingDays>> atAll(
      Mutiny.Session session, Collection<String> workLocations) {
    Set<String> asked = Set.copyOf(workLocations);
    if (asked.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Rows.unflushed(session, NAMED)
        .bind("locations", asked.toArray(String[]::new))
        .list(row -> row.json("calendar", SiteCalendar.class))
        .map(found -> found.stream().collect(toMap(SiteCalendar::workLocation, WorkingDays::of)))
        .map(found -> asked.stream().collect(toMap(identity(), each -> daysAt(found, each))));
  }

  private static WorkingDays daysAt(Map<String, WorkingDays> known, String workLocation) {
    return known.getOrDefault(workLocation, WorkingDays.unknown());
  }
}
