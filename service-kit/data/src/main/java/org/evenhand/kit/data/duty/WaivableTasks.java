package org.evenhand.kit.data.duty;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What others owe and somebody may propose to waive, the soonest first. Before it is late it is
 * among nobody's tasks but theirs who owe it.
 */
@ApplicationScoped
class WaivableTasks {

  /** As the operation asks it of them. */
  private static final Set<String> MAY_PROPOSE = Set.of(Roles.MANAGER, Roles.HR, Roles.HR_LEAD);

  /** Somewhat more than the standings let through. */
  private static final String OWED_BY_OTHERS =
      """
      with recursive below (id) as (
        select c.id from colleague c where c.manager_id = :me
        union
        select c.id from colleague c join below b on c.manager_id = b.id)
      select
      """
          + DutyRows.COLUMNS
          + """
          from duty d
            left join colleague a on a.id = d.about
            left join colleague h on h.id = d.holder_id
          where d.closed_at is null
            and d.kind = any (cast(:kinds as text[]))
            and (d.holder_id is null or d.holder_id <> all (cast(:closed as uuid[])))
            and (d.about is null or d.about <> all (cast(:closed as uuid[])))
            and (:lead
              or d.responsible_id = :me
              or d.about in (select id from below)
              or d.subject in (%s)
              or :hr and (a.org_unit = any (cast(:units as text[]))
                or h.org_unit = any (cast(:units as text[])))
              or d.responsible_role = any (cast(:roles as text[]))
                and (d.responsible_unit is null
                  or d.responsible_unit = any (cast(:units as text[]))))
            and (d.due_on, d.id) > (cast(:day as date), cast(:id as uuid))
          order by d.due_on, d.id
          """;

  private final Mutiny.SessionFactory sessions;
  private final Colleagues colleagues;
  private final Standings standings;
  private final DutyKinds kinds;
  private final DutyRows rows;
  private final ProposedWaivers waivers;
  private final TaskViews views;
  private final List<PeopleNames> names;

  WaivableTasks(
      Mutiny.SessionFactory sessions,
      Colleagues colleagues,
      Standings standings,
      DutyKinds kinds,
      DutyRows rows,
      ProposedWaivers waivers,
      TaskViews views,
      @All List<PeopleNames> names) {
    this.sessions = sessions;
    this.colleagues = colleagues;
    this.standings = standings;
    this.kinds = kinds;
    this.rows = rows;
    this.waivers = waivers;
    this.views = views;
    this.names = names;
  }

  Uni<Page<TaskView>> list(Set<String> wanted, PageRequest page) {
    return sessions.withTransaction(
        session ->
            colleagues
                .caller(session)
                .chain(
                    worker ->
                        new FullPages<>(
                                (after, rows) -> owedByOthers(session, worker, wanted, after, rows),
                                duties -> toPropose(session, worker, duties))
                            .after(TaskPosition.after(page), page.limit() + 1)
                            .map(
                                duties ->
                                    Page.of(
                                        duties,
                                        page.limit(),
                                        duty -> TaskPosition.of(duty).cursor()))
                            .chain(duties -> shown(session, duties))));
  }

  private Uni<List<Duty>> owedByOthers(
      Mutiny.Session session, Worker worker, Set<String> wanted, TaskPosition after, int most) {
    if (Collections.disjoint(worker.roles(), MAY_PROPOSE)) {
      return Uni.createFrom().item(List.of());
    }
    return Rows.unflushed(session, OWED_BY_OTHERS.formatted(kinds.led()))
        .bind("me", worker.person())
        .bind("closed", worker.closed().toArray(UUID[]::new))
        .bind("lead", worker.roles().contains(Roles.HR_LEAD))
        .bind("hr", worker.roles().contains(Roles.HR))
        .bind("roles", worker.roles().toArray(String[]::new))
        .bind("units", worker.hrUnits().toArray(String[]::new))
        .bind("kinds", asked(wanted))
        .bind("day", after.day())
        .bind("id", after.id())
        .limit(most)
        .list(rows::read);
  }

  private String[] asked(Set<String> wanted) {
    return kinds.waivable().stream()
        .filter(kind -> wanted.isEmpty() || wanted.contains(kind))
        .toArray(String[]::new);
  }

  private Uni<Page<TaskView>> shown(Mutiny.Session session, Page<Duty> page) {
    return called(session, page.items())
        .map(
            known ->
                new Page<>(
                    page.items().stream().map(duty -> views.toPropose(duty, known)).toList(),
                    page.next()));
  }

  private Uni<List<Duty>> toPropose(Mutiny.Session session, Worker worker, List<Duty> duties) {
    return standings
        .of(session, worker, duties)
        .map(
            of ->
                duties.stream()
                    .filter(duty -> of.getOrDefault(duty.id(), Standing.UNKNOWN).side().isPresent())
                    .toList())
        .chain(
            open ->
                waivers
                    .among(session, open.stream().map(Duty::id).collect(Collectors.toSet()))
                    .map(
                        proposed ->
                            open.stream().filter(duty -> !proposed.contains(duty.id())).toList()));
  }

  private Uni<Map<UUID, String>> called(Mutiny.Session session, List<Duty> duties) {
    Set<UUID> holders =
        duties.stream()
            .flatMap(duty -> Stream.ofNullable(duty.holder().person()))
            .collect(Collectors.toSet());
    return names.isEmpty() ? Uni.createFrom().item(Map.of()) : names.get(0).of(session, holders);
  }
}
