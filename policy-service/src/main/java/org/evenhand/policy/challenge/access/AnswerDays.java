package org.evenhand.policy.challenge.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Until when answers are owed, as their duties say it; a charter may give them other days. */
@ApplicationScoped
public class AnswerDays {

  private static final String OPEN =
      """
      select d.subject as id, d.due_on, d.due_at, d.state = 'ESCALATED' as escalated
      from duty d
      where d.kind = 'CHALLENGE_ANSWER' and d.closed_at is null
        and d.subject = any (cast(:ids as uuid[]))
      """;

  /**
   * The last day of an answer.
   *
   * @param over when it ends
   * @param escalated whether an HR lead has heard that it waits
   */
  public record Day(LocalDate on, Instant over, boolean escalated) {

    public boolean isOver(Instant now) {
      return !now.isBefore(over);
    }

    /** Whether it is so late that others may answer than those who were to. */
    public boolean hasPassedOn(Instant now) {
      return escalated && isOver(now);
    }
  }

  /** By challenge; of one that waits for nothing there is none. */
  public Uni<Map<UUID, Day>> of(Mutiny.Session session, Collection<UUID> challenges) {
    return Rows.of(session, OPEN)
        .bind("ids", challenges.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("id"), day(row)))
        .map(
            days ->
                days.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Day day(Row row) {
    return new Day(row.day("due_on"), row.instant("due_at"), row.flag("escalated"));
  }
}
