package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInFacts;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.goal.MovedPosts;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they come, go and move: what is planned ends with the pair, and a new pair
 * plans anew; it waits while one of the two is away, and what an absence let pass wasn't missed.
 * Looks at some of those whom an import has told of in one transaction, until none is left.
 */
@ApplicationScoped
class CheckInWatch implements DueTask, OrgChanges {

  private static final String KIND = "check-in-watch";
  private static final int CHUNK = 100;

  /** How long ago something may have been missed that is told to have been an absence. */
  private static final Duration LATEST = Duration.ofDays(365);

  private static final String NEXT =
      """
      with %s, concerned as (
        select p.id from moved join check_in p on p.assignment_id = moved.id
        where p.state = 'PLANNED' or p.state = 'MISSED' and not p.parted
        union
        select p.id from told join check_in p on p.employee_id = told.id
        where p.state = 'MISSED' and p.closed_at >= :since
        union
        select p.id from told join check_in p on p.manager_id = told.id
        where p.state = 'MISSED' and p.closed_at >= :since)
      select c.id, c.assignment_id, present.away, absent.excused
      from check_in c
      join assignment a on a.id = c.assignment_id
      join employee e on e.id = c.employee_id
      join employee m on m.id = c.manager_id
      cross join lateral (select
        e.status = 'TERMINATED' or a.ended_on is not null
          or a.started_on <> c.assignment_since as ended,
        e.status = 'ON_LEAVE' or m.status = 'ON_LEAVE' as away,
        %s as manager
        offset 0) present
      cross join lateral (select
        c.state = 'MISSED' and c.closed_at >= :since and exists (
          select 1 from status_change s
          where s.employee_id in (c.employee_id, c.manager_id)
            and s.status = 'ON_LEAVE' and s.changed_on <= c.record_by
            and not exists (select 1 from status_change b
              where b.employee_id = s.employee_id and b.id > s.id
                and b.status <> 'ON_LEAVE' and b.changed_on <= c.planned_for)) as excused
        offset 0) absent
      where c.id in (select id from concerned)
        and (absent.excused
          or (c.state = 'PLANNED' or c.state = 'MISSED' and not c.parted)
            and (present.ended or present.manager is distinct from c.manager_id)
          or c.state = 'PLANNED' and present.away <> c.paused)
      order by c.id
      limit %d
      for update of c
      """
          .formatted(MovedPosts.FOUND, Posts.MANAGER, CHUNK);

  private record Finding(UUID checkIn, UUID assignment, boolean away, boolean excused) {}

  private final CheckInRepository checkIns;
  private final Beginnings beginnings;
  private final Posts posts;
  private final MovedPosts moved;
  private final Places places;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  CheckInWatch(
      CheckInRepository checkIns,
      Beginnings beginnings,
      Posts posts,
      MovedPosts moved,
      Places places,
      Journal journal,
      DueWork dueWork,
      Clock clock) {
    this.checkIns = checkIns;
    this.beginnings = beginnings;
    this.posts = posts;
    this.moved = moved;
    this.places = places;
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
        .chain(
            since ->
                Rows.of(session, NEXT)
                    .bind("toldSince", since)
                    .bind("since", clock.instant().minus(LATEST).atOffset(ZoneOffset.UTC))
                    .list(CheckInWatch::finding))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, found).chain(() -> taken(session, importId)));
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.uuid("id"), row.uuid("assignment_id"), row.flag("away"), row.flag("excused"));
  }

  private Uni<Void> follow(Mutiny.Session session, List<Finding> found) {
    return posts
        .byIds(session, found.stream().map(Finding::assignment).toList())
        .chain(
            at ->
                places
                    .atAll(session, at.values().stream().map(Post::workLocation).toList())
                    .chain(days -> follow(session, found, at, days)));
  }

  private Uni<Void> follow(
      Mutiny.Session session,
      List<Finding> found,
      Map<UUID, Post> at,
      Map<String, WorkingDays> places) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(
            finding -> {
              Post post = Objects.requireNonNull(at.get(finding.assignment()));
              WorkingDays days = Objects.requireNonNull(places.get(post.workLocation()));
              return checkIns
                  .find(session, finding.checkIn())
                  .chain(checkIn -> follow(session, checkIn.orElseThrow(), finding, post, days));
            })
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> follow(
      Mutiny.Session session, CheckIn checkIn, Finding finding, Post post, WorkingDays days) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (finding.excused()) {
      checkIn.excuse(now);
      return write(session, CheckInFacts.noted(checkIn, "excused"), List.of());
    }
    boolean planned = checkIn.state() == CheckInState.PLANNED;
    Optional<Pair> pair = Pair.of(post);
    if (pair.filter(checkIn.pair()::isSameAs).isEmpty()) {
      checkIn.dissolve(now);
      return !planned
          ? write(session, CheckInFacts.noted(checkIn, "parted"), List.of())
          : anew(session, checkIn, pair, days, now)
              .chain(next -> write(session, CheckInFacts.noted(checkIn, "parted"), next));
    }
    if (finding.away()) {
      checkIn.pause();
      return write(session, CheckInFacts.noted(checkIn, "paused"), List.of());
    }
    checkIn.resume(checkIn.plan().resumed(days, now));
    return beginnings
        .await(session, checkIn, days)
        .chain(() -> write(session, CheckInFacts.noted(checkIn, "resumed"), List.of()));
  }

  /** With whoever leads the person now; of a rehire nothing goes on. */
  private Uni<List<CheckIn>> anew(
      Mutiny.Session session, CheckIn ended, Optional<Pair> pair, WorkingDays days, Instant now) {
    return pair.filter(present -> present.since().equals(ended.pair().since()))
        .map(
            present ->
                beginnings
                    .begin(session, present, ended.plan().resumed(days, now), days, now)
                    .map(List::of))
        .orElseGet(() -> Uni.createFrom().item(List.of()));
  }

  private Uni<Void> write(Mutiny.Session session, Fact fact, List<CheckIn> planned) {
    return journal.write(
        session,
        CheckInDeadline.SYSTEM,
        () ->
            Stream.concat(
                    Stream.of(fact),
                    planned.stream().map(next -> CheckInFacts.noted(next, "planned")))
                .toList());
  }
}
