package org.evenhand.review.growth.checkin.action;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Follows people as they come, go and move: what is open goes along to whoever leads the person,
 * waits while whoever owes it is away, and ends with the assignment.
 */
@ApplicationScoped
class ActionWatch implements Follower {

  private static final String KIND = "check-in-action-watch";
  private static final String SYSTEM = "review-service";

  /** Reads {@code i}, an action. */
  private static final String PRESENT =
      """
      join assignment a on a.id = i.assignment_id
      join employee e on e.id = i.employee_id
      cross join lateral (select %s as manager offset 0) led
      cross join lateral (select led.manager,
        e.status = 'TERMINATED' or a.ended_on is not null
          or a.started_on <> i.assignment_since as ended,
        case i.owed_by when 'EMPLOYEE' then e.status = 'ON_LEAVE'
          else exists (select 1 from employee m
            where m.id = led.manager and m.status = 'ON_LEAVE') end as away
        offset 0) present
      """
          .formatted(Posts.MANAGER);

  private static final String OTHERWISE =
      "i.state = 'OPEN' and (present.ended or present.manager is distinct from i.manager_id"
          + " or present.away <> i.paused)";

  private static final String CONCERNED =
      """
      select i.id
      from moved join check_in_action i on i.assignment_id = moved.id
      %s
      where %s
      """
          .formatted(PRESENT, OTHERWISE);

  private static final String ONE =
      """
      select present.ended, present.manager, present.away
      from check_in_action i
      %s
      where i.id = :action and %s
      for update of i
      """
          .formatted(PRESENT, OTHERWISE);

  private record Finding(boolean ended, @Nullable UUID manager, boolean away) {

    static Finding of(Row row) {
      return new Finding(row.flag("ended"), row.orNull("manager", Row::uuid), row.flag("away"));
    }
  }

  private final ActionRepository actions;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  ActionWatch(ActionRepository actions, SteadyLines lines, Journal journal, Clock clock) {
    this.actions = actions;
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
  public Uni<Void> run(Mutiny.Session session, UUID action) {
    return lines
        .hold(session)
        .chain(() -> Rows.of(session, ONE).bind("action", action).atMostOne(Finding::of))
        .chain(
            found ->
                found
                    .map(finding -> follow(session, action, finding))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> follow(Mutiny.Session session, UUID id, Finding finding) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return actions
        .byIds(session, List.of(id))
        .map(found -> found.get(0))
        .invoke(action -> follow(action, finding, now))
        .chain(
            action ->
                journal.write(
                    session, SYSTEM, () -> List.of(ActionFacts.noted(action, "followed"))));
  }

  private static void follow(CheckInAction action, Finding finding, Instant now) {
    if (finding.ended()) {
      action.lapse(now);
    } else {
      action.passTo(finding.manager(), finding.away());
    }
  }
}
