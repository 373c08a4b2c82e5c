package org.evenhand.review.growth.checkin.action;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.directory.OrgChanges;
import org.evenhand.review.growth.goal.MovedPosts;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Follows people as they come, go and move: what is open goes along to whoever leads the person,
 * waits while whoever owes it is away, and ends with the assignment.
 */
@ApplicationScoped
class ActionWatch implements DueTask, OrgChanges {

  private static final String KIND = "check-in-action-watch";
  private static final String SYSTEM = "review-service";
  private static final int CHUNK = 100;

  private static final String NEXT =
      """
      with %s
      select i.id, present.ended, present.manager, present.away
      from check_in_action i
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
      where i.state = 'OPEN' and i.assignment_id in (select id from moved)
        and (present.ended or present.manager is distinct from i.manager_id
          or present.away <> i.paused)
      order by i.id
      limit %d
      for update of i
      """
          .formatted(MovedPosts.FOUND, Posts.MANAGER, CHUNK);

  private record Finding(UUID action, boolean ended, @Nullable UUID manager, boolean away) {}

  private final ActionRepository actions;
  private final MovedPosts moved;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  ActionWatch(
      ActionRepository actions, MovedPosts moved, Journal journal, DueWork dueWork, Clock clock) {
    this.actions = actions;
    this.moved = moved;
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
        .chain(since -> Rows.of(session, NEXT).bind("toldSince", since).list(ActionWatch::finding))
        .map(
            found -> found.stream().collect(Collectors.toMap(Finding::action, Function.identity())))
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : follow(session, found).chain(() -> taken(session, importId)));
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.uuid("id"), row.flag("ended"), row.orNull("manager", Row::uuid), row.flag("away"));
  }

  private Uni<Void> follow(Mutiny.Session session, Map<UUID, Finding> found) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return actions
        .byIds(session, found.keySet())
        .invoke(
            concerned ->
                concerned.forEach(
                    action -> follow(action, Objects.requireNonNull(found.get(action.id())), now)))
        .chain(concerned -> write(session, concerned));
  }

  private static void follow(CheckInAction action, Finding finding, Instant now) {
    if (finding.ended()) {
      action.lapse(now);
    } else {
      action.passTo(finding.manager(), finding.away());
    }
  }

  private Uni<Void> write(Mutiny.Session session, List<CheckInAction> concerned) {
    return journal.write(
        session,
        SYSTEM,
        () -> concerned.stream().map(action -> ActionFacts.noted(action, "followed")).toList());
  }
}
