package org.evenhand.review.growth.checklist.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistFacts;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.moved.Follower;
import org.evenhand.review.growth.moved.Presence;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows people as they come, go and move: a list ends with its assignment, waits while the person
 * is away, and is the new manager's to go on with. An import names those whom it is about; only
 * their lists are looked at, and those of people whom they accompany, each in a transaction of its
 * own.
 */
@ApplicationScoped
public class ChecklistWatch implements Follower {

  /** Of due work about a list that has to be looked at. */
  static final String KIND = "checklist-watch";

  private static final String SYSTEM = "review-service";

  /** Reads {@code c}, a list, with {@code a} and {@code e}, its assignment and person. */
  private static final String PRESENT =
      """
      cross join lateral (select
        a.started_on <> c.assignment_since
          or c.kind <> 'LEAVING' and (e.status = 'TERMINATED' or a.ended_on is not null) as ended,
        e.status = 'TERMINATED' or a.ended_on is not null as over,
        c.absences -> 'all' -> -1 ->> 'since' is not null
          and c.absences -> 'all' -> -1 ->> 'until' is null as known_away,
        %s as buddy_gone,
        %s as manager,
        %s
        offset 0) present
      """
          .formatted(
              Exits.since("c.buddy_id", "c.buddy_seen"), Posts.MANAGER, Presence.columns("c"));

  private static final String OTHERWISE =
      "(ended or over <> c.gone or present.away <> known_away or buddy_gone"
          + " or manager is distinct from c.manager_id or changes is not null)";

  private static final String CONCERNED =
      """
      select c.id
      from (
        select l.id from moved join checklist l on l.assignment_id = moved.id
        union
        select l.id from told join checklist l on l.buddy_id = told.id) found
      join checklist c on c.id = found.id
      join assignment a on a.id = c.assignment_id
      join employee e on e.id = c.employee_id
      %s
      where c.closed_on is null and %s
      """
          .formatted(PRESENT, OTHERWISE);

  private static final String ONE =
      """
      select a.work_location, ended, over, buddy_gone, manager, %s
      from checklist c
      join assignment a on a.id = c.assignment_id
      join employee e on e.id = c.employee_id
      %s
      where c.id = :list and c.closed_on is null and %s
      for update of c
      """
          .formatted(Presence.SELECTED, PRESENT, OTHERWISE);

  private final ChecklistRepository lists;
  private final ChecklistLapse lapse;
  private final Places places;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  ChecklistWatch(
      ChecklistRepository lists,
      ChecklistLapse lapse,
      Places places,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.lists = lists;
    this.lapse = lapse;
    this.places = places;
    this.lines = lines;
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
  public Uni<Void> run(Mutiny.Session session, UUID list) {
    return lines
        .hold(session)
        .chain(() -> Rows.of(session, ONE).bind("list", list).atMostOne(row -> row))
        .chain(
            found ->
                found
                    .map(row -> follow(session, list, row))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> follow(Mutiny.Session session, UUID id, Row row) {
    String place = row.text("work_location");
    return places
        .at(session, place)
        .map(days -> standing(row, days))
        .chain(
            standing ->
                lists
                    .find(session, id)
                    .map(Optional::orElseThrow)
                    .chain(list -> follow(session, list, place, standing)));
  }

  private static ChecklistStanding standing(Row row, WorkingDays days) {
    return new ChecklistStanding(
        row.flag("ended"),
        row.flag("over"),
        row.flag("buddy_gone"),
        row.orNull("manager", Row::uuid),
        Presence.of(row),
        days);
  }

  private Uni<Void> follow(
      Mutiny.Session session, Checklist list, String place, ChecklistStanding standing) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<String> words = standing.follow(list, now);
    return (list.isOpen() ? lapse.await(session, list, place) : Uni.createFrom().<Void>nullItem())
        .chain(
            () ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> words.stream().map(word -> ChecklistFacts.noted(list, word)).toList()));
  }
}
