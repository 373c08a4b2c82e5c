package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who of either side could take something on. Roles are in tokens alone, so nobody knows who else
 * has one, an HR lead least of all.
 */
@ApplicationScoped
public class SidesAtHand {

  private static final String SERVING =
      """
      select distinct c.id from colleague_hr_unit u join colleague c on c.id = u.person_id
      where c.status = 'ACTIVE' and u.valid_from <= :day
        and (u.valid_to is null or u.valid_to >= :day)
      """;

  private static final String LEADING =
      """
      select m.employee_id as id from person m
      where m.status = 'ACTIVE' and m.employee_id in (
        select up.id from person p,
          unnest(array_append(p.further_manager_ids, p.manager_id)) as up (id)
        where p.status <> 'TERMINATED')
      """;

  private final Lines lines;
  private final Clock clock;

  SidesAtHand(Lines lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * Those who serve a unit as HR today.
   *
   * @param people of whom can be asked who is close to them
   */
  public Uni<AtHand> serving(Mutiny.Session session, Collection<UUID> people) {
    return close(session, Rows.of(session, SERVING).bind("day", LocalDate.now(clock)), people);
  }

  /**
   * Those who lead somebody.
   *
   * @param people of whom can be asked who is close to them
   */
  public Uni<AtHand> leading(Mutiny.Session session, Collection<UUID> people) {
    return close(session, Rows.of(session, LEADING), people);
  }

  private Uni<AtHand> close(Mutiny.Session session, Rows found, Collection<UUID> people) {
    return found
        .list(row -> row.uuid("id"))
        .chain(all -> lines.closeTo(session, all, people).map(close -> new AtHand(all, close)));
  }
}
