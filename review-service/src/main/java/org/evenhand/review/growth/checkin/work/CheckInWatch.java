package org.evenhand.review.growth.checkin.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInFacts;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they come, go and move: what is planned ends with the pair, and a new pair
 * plans anew; it waits while one of the two is away, and what an absence let pass wasn't missed. An
 * import names those whom it is about; only their check-ins are looked at, each in a transaction of
 * its own.
 */
@ApplicationScoped
class CheckInWatch implements Follower {

  private static final String KIND = "check-in-watch";

  /**
   * Reads {@code c}, a check-in, and {@code :now}. What was missed more than a year ago stays
   * missed, whatever is told of it.
   */
  private static final String PRESENT =
      """
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
        c.state = 'MISSED' and c.closed_at >= cast(:now as timestamptz) - interval '1 year' and exists (
          select 1 from status_change s
          where s.employee_id in (c.employee_id, c.manager_id)
            and s.status = 'ON_LEAVE' and s.changed_on <= c.record_by
            and not exists (select 1 from status_change b
              where b.employee_id = s.employee_id and b.id > s.id
                and b.status <> 'ON_LEAVE' and b.changed_on <= c.planned_for)) as excused
        offset 0) absent
      """
          .formatted(Posts.MANAGER);

  private static final String OTHERWISE =
      """
      (absent.excused
       or (c.state = 'PLANNED' or c.state = 'MISSED' and not c.parted)
         and (present.ended or present.manager is distinct from c.manager_id)
       or c.state = 'PLANNED' and present.away <> c.paused)
      """;

  private static final String CONCERNED =
      """
      with near as (
        select p.id from moved join check_in p on p.assignment_id = moved.id
        where p.state = 'PLANNED' or p.state = 'MISSED' and not p.parted
        union
        select p.id from told join check_in p on p.employee_id = told.id
        where p.state = 'MISSED'
        union
        select p.id from told join check_in p on p.manager_id = told.id
        where p.state = 'MISSED')
      select c.id
      from near join check_in c on c.id = near.id
      %s
      where %s
      """
          .formatted(PRESENT, OTHERWISE);

  private static final String ONE =
      """
      select c.assignment_id, present.away, absent.excused
      from check_in c
      %s
      where c.id = :checkIn and %s
      for update of c
      """
          .formatted(PRESENT, OTHERWISE);

  private record Finding(UUID assignment, boolean away, boolean excused) {

    static Finding of(Row row) {
      return new Finding(row.uuid("assignment_id"), row.flag("away"), row.flag("excused"));
    }
  }

  private final CheckInRepository checkIns;
  private final SteadyLines lines;
  private final Beginnings beginnings;
  private final Posts posts;
  private final Places places;
  private final Journal journal;
  private final Clock clock;

  CheckInWatch(
      CheckInRepository checkIns,
      SteadyLines lines,
      Beginnings beginnings,
      Posts posts,
      Places places,
      Journal journal,
      Clock clock) {
    this.checkIns = checkIns;
    this.lines = lines;
    this.beginnings = beginnings;
    this.posts = posts;
    this.places = places;
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
  public Uni<Void> run(Mutiny.Session session, UUID checkIn) {
    return lines
        .hold(session)
        .chain(
            () ->
                Rows.of(session, ONE)
                    .bind("checkIn", checkIn)
                    .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .atMostOne(Finding::of))
        .chain(
            found ->
                found
                    .map(finding -> follow(session, checkIn, finding))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> follow(Mutiny.Session session, UUID id, Finding finding) {
    return posts
        .get(session, finding.assignment())
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .chain(
                        days ->
                            checkIns
                                .find(session, id)
                                .chain(
                                    checkIn ->
                                        follow(
                                            session, checkIn.orElseThrow(), finding, post, days))));
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
