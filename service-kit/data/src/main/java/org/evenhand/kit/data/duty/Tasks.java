package org.evenhand.kit.data.duty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.ShownTasks.ShownTask;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a person has to do, the soonest first. */
@ApplicationScoped
class Tasks {

  private static final String OPEN_TO =
      "select "
          + DutyRows.COLUMNS
          + """
          from duty d
          where d.closed_at is null
            and (d.holder_id = :me
              or d.responsible_id = :me and d.kind <> all (cast(:confidential as text[]))
              or d.kind <> all (cast(:confidential as text[]))
                and (d.about is null or d.about <> all (cast(:closed as uuid[])))
                and (d.id = any (cast(:proposed as uuid[]))
                  or (d.holder_id, d.kind) in (
                    select a."from", a.kind from jsonb_to_recordset(
                      cast(cast(:acting as text) as jsonb)) as a("from" uuid, kind text))
                  or d.holder_role = any (cast(:roles as text[]))
                    and (d.holder_unit is null or d.holder_unit = any (cast(:units as text[])))
                  or d.responsible_role = any (cast(:roles as text[]))
                    and (d.responsible_unit is null
                      or d.responsible_unit = any (cast(:units as text[])))))
            and d.kind = any (cast(:kinds as text[]))
            and (d.due_on, d.id) > (cast(:day as date), cast(:id as uuid))
          order by d.due_on, d.id
          """;

  private final Mutiny.SessionFactory sessions;
  private final Colleagues colleagues;
  private final DutyKinds kinds;
  private final DutyRows rows;
  private final ShownTasks shown;
  private final TaskViews views;
  private final ProposedWaivers waivers;
  private final List<SilentDuties> silent;
  private final Clock clock;

  Tasks(
      Mutiny.SessionFactory sessions,
      Colleagues colleagues,
      DutyKinds kinds,
      DutyRows rows,
      ShownTasks shown,
      TaskViews views,
      ProposedWaivers waivers,
      @All List<SilentDuties> silent,
      Clock clock) {
    this.sessions = sessions;
    this.colleagues = colleagues;
    this.kinds = kinds;
    this.rows = rows;
    this.shown = shown;
    this.views = views;
    this.waivers = waivers;
    this.silent = silent;
    this.clock = clock;
  }

  Uni<Page<TaskView>> list(Set<String> wanted, PageRequest page) {
    return sessions.withTransaction(
        session ->
            colleagues
                .caller(session)
                .chain(
                    worker ->
                        waivers
                            .toDecide(session, worker)
                            .chain(proposed -> list(session, worker, proposed, wanted, page))));
  }

  private Uni<Page<TaskView>> list(
      Mutiny.Session session,
      Worker worker,
      Map<UUID, Side> proposed,
      Set<String> wanted,
      PageRequest page) {
    return new FullPages<>(
            (after, rows) -> recorded(session, worker, proposed.keySet(), wanted, after, rows),
            duties -> shown.of(session, worker, proposed, duties))
        .after(TaskPosition.after(page), page.limit() + 1)
        .chain(tasks -> withSilent(session, worker, wanted, page, tasks))
        .map(tasks -> Page.of(tasks, page.limit(), task -> task.position().cursor()))
        .map(
            tasks ->
                new Page<>(
                    tasks.items().stream()
                        .map(task -> views.of(task.duty(), worker, task.follows()))
                        .toList(),
                    tasks.next()));
  }

  private Uni<List<Duty>> recorded(
      Mutiny.Session session,
      Worker worker,
      Set<UUID> proposed,
      Set<String> wanted,
      TaskPosition after,
      int most) {
    return Rows.unflushed(session, OPEN_TO)
        .bind("me", worker.person())
        .bind("proposed", proposed.toArray(UUID[]::new))
        .bind("acting", Json.write(acting(worker)))
        .bind("closed", worker.closed().toArray(UUID[]::new))
        .bind("roles", worker.roles().toArray(String[]::new))
        .bind("units", worker.hrUnits().toArray(String[]::new))
        .bind("confidential", kinds.confidential())
        .bind("kinds", wanted.isEmpty() ? kinds.names() : wanted.toArray(String[]::new))
        .bind("day", after.day())
        .bind("id", after.id())
        .limit(most)
        .list(rows::read);
  }

  private static List<Acting> acting(Worker worker) {
    return worker.actsFor().entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(kind -> new Acting(each.getKey(), kind)))
        .toList();
  }

  private record Acting(UUID from, String kind) {}

  private Uni<List<ShownTask>> withSilent(
      Mutiny.Session session,
      Worker worker,
      Set<String> wanted,
      PageRequest page,
      List<ShownTask> recorded) {
    TaskPosition after = TaskPosition.after(page);
    Instant now = clock.instant();
    return Multi.createFrom()
        .iterable(silent)
        .onItem()
        .transformToUniAndConcatenate(duties -> duties.of(session, worker))
        .collect()
        .asList()
        .map(
            asked ->
                Stream.concat(
                        recorded.stream(),
                        asked.stream()
                            .flatMap(List::stream)
                            .filter(owed -> wanted.isEmpty() || wanted.contains(owed.kind().name()))
                            .map(owed -> new ShownTask(Duty.unrecorded(owed, now), false))
                            .filter(task -> task.position().compareTo(after) > 0))
                    .sorted(Comparator.comparing(ShownTask::position))
                    .limit(page.limit() + 1L)
                    .toList());
  }
}
