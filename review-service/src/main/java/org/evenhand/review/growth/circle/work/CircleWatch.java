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
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.growth.circle.CircleFacts;
import org.evenhand.review.growth.circle.CircleRepository;
import org.evenhand.review.growth.circle.CircleRepository.Line;
import org.evenhand.review.growth.circle.CoachingCircle;
import org.evenhand.review.growth.circle.Member;
import org.evenhand.review.growth.circle.Membership;
import org.evenhand.review.growth.goal.MovedPosts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they go and as lines change. Of two between whom a line has come the one who
 * joined later leaves by that, and reads why; nobody has to tell them.
 */
@ApplicationScoped
class CircleWatch implements DueTask, OrgChanges {

  private static final String KIND = "coaching-circle-watch";
  private static final String SYSTEM = "review-service";
  private static final int CHUNK = 100;

  /** Whose line has changed has been told of, or is below somebody who has. */
  private static final String NEXT =
      """
      with %s, concerned as (
        select told.id from told
        union
        select below.employee from told
          join reporting_line below on below.above = told.id and below.relationship = 'LINE')
      select c.id from coaching_circle c
      where c.id in (
          select theirs.id from concerned join coaching_circle theirs
            on theirs.members @> jsonb_build_array(
              jsonb_build_object('employeeId', cast(concerned.id as text))))
        and c.state <> 'CLOSED' and exists (
        select 1 from jsonb_to_recordset(c.members) as m("employeeId" uuid, membership text)
        where exists (select 1 from employee e
            where e.id = m."employeeId" and e.status = 'TERMINATED')
          or m.membership <> 'IN_LINE' and exists (
            select 1 from jsonb_to_recordset(c.members) as o("employeeId" uuid, membership text)
            join reporting_line line on line.relationship = 'LINE'
              and line.employee = m."employeeId" and line.above = o."employeeId"
            where o.membership <> 'IN_LINE'))
      order by c.id
      limit %d
      for update of c
      """
          .formatted(MovedPosts.FOUND, CHUNK);

  private final CircleRepository circles;
  private final MovedPosts moved;
  private final Directory directory;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  CircleWatch(
      CircleRepository circles,
      MovedPosts moved,
      Directory directory,
      Journal journal,
      DueWork dueWork,
      Clock clock) {
    this.circles = circles;
    this.moved = moved;
    this.directory = directory;
    this.journal = journal;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> taken(Mutiny.Session session, UUID importId) {
    return dueWork.schedule(session, KIND, importId, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID importId) {
    return moved
        .toldSince(session, importId)
        .chain(since -> Rows.of(session, NEXT).bind("toldSince", since).list(row -> row.uuid("id")))
        .chain(ids -> circles.byIds(session, ids))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, found).chain(() -> taken(session, importId)));
  }

  private Uni<Void> follow(Mutiny.Session session, List<CoachingCircle> found) {
    Uni<Void> followed = Uni.createFrom().voidItem();
    for (CoachingCircle circle : found) {
      followed = followed.chain(() -> follow(session, circle));
    }
    return followed.chain(
        () ->
            journal.write(
                session,
                SYSTEM,
                () ->
                    found.stream().map(circle -> CircleFacts.noted(circle, "followed")).toList()));
  }

  private Uni<Void> follow(Mutiny.Session session, CoachingCircle circle) {
    List<UUID> people = circle.members().stream().map(Member::employeeId).toList();
    return directory
        .byIds(session, people)
        .chain(
            known -> {
              Set<UUID> gone = new HashSet<>();
              known.values().stream()
                  .filter(person -> person.left())
                  .forEach(person -> gone.add(person.id()));
              return circles
                  .lines(session, Set.copyOf(people))
                  .invoke(
                      lines -> circle.follow(gone, later(circle, gone, lines), clock.instant()));
            })
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
