package org.evenhand.analytics.objection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which profiles of a cycle are contested, for the code that shows profiles. */
@ApplicationScoped
public class ObjectionMarks {

  // Ids rise with time. Only a declined objection may be followed by another.
  private static final String LATEST =
      """
      select distinct on (rater_id) cast(rater_id as text) as rater, id, state from rater_objection
      where cycle_id = :cycle order by rater_id, id desc
      """;

  /** The latest objection of each rater who has objected. */
  public Uni<Map<String, ObjectionMark>> of(Mutiny.Session session, Cycle cycle) {
    return Rows.of(session, LATEST)
        .bind("cycle", cycle.id())
        .list(
            row ->
                Map.entry(
                    row.text("rater"),
                    new ObjectionMark(row.uuid("id"), row.constant("state", ObjectionState.class))))
        .map(
            marks ->
                marks.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
