package org.evenhand.review.growth;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where people work, whose days count for what they owe. */
public final class WorkPlaces {

  private static final String OF =
      "select employee_id, work_location from assignment where main and employee_id = any(:ids)";

  private WorkPlaces() {}

  public static Uni<Map<UUID, String>> of(Mutiny.Session session, Collection<UUID> people) {
    return Rows.of(session, OF)
        .bind("ids", people.stream().distinct().toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("employee_id"), row.text("work_location")))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
