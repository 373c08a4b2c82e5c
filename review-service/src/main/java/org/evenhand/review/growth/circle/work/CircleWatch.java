package org.evenhand.review.growth.circle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.circle.CircleFacts;
import org.evenhand.review.growth.circle.CircleRepository;
import org.evenhand.review.growth.circle.CircleRepository.Line;
import org.evenhand.review.growth.circle.CoachingCircle;
import org.evenhand.review.growth.circle.Member;
import org.evenhand.review.growth.circle.Membership;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they go and as lines change. Of two between whom a line has come the one who
 * joined later leaves by that, and reads why; nobody has to tell them.
 */
@ApplicationScoped
class CircleWatch implements Follower {

  private static final String KIND = "coaching-circle-watch";
  private static final String SYSTEM = "review-service";

  /** Somebody in {@code c}, a circle, has left, or a line has come between two of it. */
  private static final String OTHERWISE =
      """
      (c.state <> 'CLOSED' and exists (
        select 1 from jsonb_to_recordset(c.members)
          as m("employeeId" uuid, membership text, "statusSeen" bigint)
        where %s or m.membership <> 'IN_LINE' and exists (
            select 1 from jsonb_to_recordset(c.members) as o("employeeId" uuid, membership text)
            join reporting_line line on line.relationship = 'LINE'
              and line.employee = m."employeeId" and line.above = o."employeeId"
            where o.membership <> 'IN_LINE')))
      """
          .formatted(CircleRepository.LEFT);

  /** Whose line has changed has been told of, or is below somebody who has. */
  private static final String CONCERNED =
      """
      with near as (
        select told.id from told
        union
        select below.employee from told
          join reporting_line below on below.above = told.id and below.relationship = 'LINE')
      select distinct c.id
      from near join coaching_circle c
        on c.members @> jsonb_build_array(
          jsonb_build_object('employeeId', cast(near.id as text)))
      where %s
      """
          .formatted(OTHERWISE);

  private static final String ONE =
      "select c.id from coaching_circle c where c.id = :circle and %s for update of c"
          .formatted(OTHERWISE);

  private final CircleRepository circles;
  private final Journal journal;
  private final Clock clock;

  CircleWatch(CircleRepository circles, Journal journal, Clock clock) {
    this.circles = circles;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String concerned() {
    return CONCERNED;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID circle) {
    return Rows.of(session, ONE)
        .bind("circle", circle)
        .list(row -> row.uuid("id"))
        .chain(ids -> circles.byIds(session, ids))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, found.get(0))
                        .chain(() -> write(session, CircleFacts.noted(found.get(0), "followed"))));
  }

  private Uni<Void> write(Mutiny.Session session, Fact fact) {
    return journal.write(session, SYSTEM, () -> List.of(fact));
  }

  private Uni<Void> follow(Mutiny.Session session, CoachingCircle circle) {
    List<UUID> people = circle.members().stream().map(Member::employeeId).toList();
    return circles
        .left(session, circle.id())
        .chain(
            gone ->
                circles
                    .lines(session, Set.copyOf(people))
                    .invoke(
                        lines -> circle.follow(gone, later(circle, gone, lines), clock.instant())))
        .replaceWithVoid();
  }

  /**
   * Of each two with a line between them the later one, where the earlier one stays. Who has joined
   * comes before all who only were asked.
   */
  private static Set<UUID> later(CoachingCircle circle, Set<UUID> gone, List<Line> lines) {
    List<UUID> staying = new ArrayList<>();
    Set<UUID> later = new HashSet<>();
    for (UUID person : inOrder(circle)) {
      if (gone.contains(person)) {
        continue;
      }
      if (lines.stream().anyMatch(line -> line.isOf(person, staying))) {
        later.add(person);
      } else {
        staying.add(person);
      }
    }
    return later;
  }

  private static List<UUID> inOrder(CoachingCircle circle) {
    return Stream.of(Membership.JOINED, Membership.INVITED)
        .flatMap(
            membership ->
                circle.members().stream()
                    .filter(member -> member.membership() == membership)
                    .map(Member::employeeId))
        .toList();
  }
}
