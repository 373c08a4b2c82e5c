package org.evenhand.review.growth.moved;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The assignments in which an import may have changed who works in them or who leads them: what
 * follows from an import is looked for in these, and not in the whole company.
 */
@ApplicationScoped
public class MovedPosts {

  /**
   * Binds {@code :toldSince}, and finds {@code told}, the people of whom something was told since
   * then, and {@code moved}: the assignments of these, those that they lead, and those of whoever
   * reported to somebody who has left and is below them. The moment is a parameter, and not looked
   * up here, because the database plans by its value: without it, it expects a third of all people.
   */
  public static final String FOUND =
      """
      told as materialized (
        select e.id from employee e where e.recorded_at >= cast(:toldSince as timestamptz)),
      leaders as (
        select told.id from told
        union
        select below.employee from told
          join reporting_line below on below.above = told.id and below.relationship = 'LINE'
          join employee gone on gone.id = below.employee and gone.status = 'TERMINATED'),
      moved as materialized (
        select own.id from told join assignment own on own.employee_id = told.id
        union
        select led.id from leaders join assignment led on led.line_manager_id = leaders.id)
      """;

  /** By how much the clocks of those who receive and who apply a file may differ, and more. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private static final String RECEIVED =
      "select sent.received_at from import sent where sent.id = :import";

  /** When the import came in; of one that isn't remembered any more, before all. */
  public Uni<OffsetDateTime> toldSince(Mutiny.Session session, UUID importId) {
    return Rows.unflushed(session, RECEIVED)
        .bind("import", importId)
        .atMostOne(row -> row.instant("received_at"))
        .map(
            found ->
                found
                    .map(at -> at.minus(CLOCKS_DIFFER))
                    .orElse(Instant.EPOCH)
                    .atOffset(ZoneOffset.UTC));
  }
}
