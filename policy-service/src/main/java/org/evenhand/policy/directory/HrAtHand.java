package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who of HR could take something on: those at work who serve a unit today. Roles are in tokens
 * alone, so nobody knows who else has one, an HR lead least of all.
 */
@ApplicationScoped
public class HrAtHand {

  private static final String SERVING =
      """
      select distinct c.id from colleague_hr_unit u join colleague c on c.id = u.person_id
      where c.status = 'ACTIVE' and u.valid_from <= :day
        and (u.valid_to is null or u.valid_to >= :day)
      """;

  private final Lines lines;
  private final Clock clock;

  HrAtHand(Lines lines, Clock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * @param close for each of those who serve the people whom they are, or are above or below
   */
  public record Serving(List<UUID> all, Map<UUID, Set<UUID>> close) {

    /** Whether all who serve have to do with one of these people. */
    public boolean areAllCloseTo(Collection<UUID> people) {
      return all.stream().noneMatch(each -> isFreeOf(each, people));
    }

    private boolean isFreeOf(UUID serving, Collection<UUID> people) {
      return Collections.disjoint(close.getOrDefault(serving, Set.of()), people);
    }

    /** The same without some of them. */
    public Serving without(Collection<UUID> others) {
      return new Serving(
          all.stream().filter(each -> !others.contains(each)).collect(Collectors.toList()), close);
    }

    public boolean isNobody() {
      return all.isEmpty();
    }
  }

  /**
   * @param people of whom can be asked who is close to them
   */
  public Uni<Serving> serving(Mutiny.Session session, Collection<UUID> people) {
    return Rows.of(session, SERVING)
        .bind("day", LocalDate.now(clock))
        .list(row -> row.uuid("id"))
        .chain(all -> lines.closeTo(session, all, people).map(close -> new Serving(all, close)));
  }
}
