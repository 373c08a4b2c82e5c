package org.evenhand.review.appeal.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealFacts;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.access.AppealAccess;
import org.evenhand.review.appeal.access.AppealPermissions;
import org.evenhand.review.appeal.access.AppealRelation;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** What appeals ask of people. */
@Singleton
class AppealDuties implements DutyRule {

  /**
   * Units in which somebody is at work who may act for HR: outside the chain, free of the rating.
   * {@link AppealAccess} asks a little more: whoever had the review before isn't looked for here.
   */
  private static final String SERVED =
      """
      select a.id, r.org_unit as unit from appeal a join review r on r.id = a.review_id
      where a.id = any(:ids) and exists (
        select 1 from hr_assignment served join employee hr on hr.id = served.hr_employee
        where served.org_unit = r.org_unit and hr.status = 'ACTIVE'
          and served.valid_from <= :today
          and (served.valid_to is null or served.valid_to >= :today)
          and hr.id <> r.employee_id and hr.id is distinct from r.reviewer_id
          and hr.id <> cast(a.filing ->> 'by' as uuid)
          and not exists (select 1 from reporting_line chain
            where (chain.above = hr.id and chain.employee = r.employee_id)
              or (chain.employee = hr.id and chain.above = r.employee_id))
          and %s)
      """
          .formatted(AppealAccess.freeOfTheRating("hr.id"));

  private final AppealRepository appeals;
  private final AppealAccess doors;
  private final Access access;
  private final Clock clock;

  AppealDuties(AppealRepository appeals, AppealAccess doors, Access access, Clock clock) {
    this.appeals = appeals;
    this.doors = doors;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public String aggregateType() {
    return AppealFacts.AGGREGATE;
  }

  @Override
  public List<AppealDuty> kinds() {
    return List.of(AppealDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("appeal", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return appeals
        .byIds(session, ids)
        .chain(
            found ->
                served(session, ids)
                    .map(
                        units ->
                            found.stream()
                                .flatMap(
                                    appeal ->
                                        new DutiesOfAppeal(appeal, units.get(appeal.id())).owed())
                                .toList()));
  }

  private Uni<Map<UUID, String>> served(Mutiny.Session session, Collection<UUID> ids) {
    return Rows.of(session, SERVED)
        .bind("ids", ids.toArray(UUID[]::new))
        .bind("today", LocalDate.now(clock))
        .list(row -> Map.entry(row.uuid("id"), row.text("unit")))
        .map(
            units ->
                units.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Not everybody with the role serves outside the chain, and who has filed doesn't screen. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return access
        .viewer(session)
        .chain(
            viewer ->
                doors
                    .relations(session, viewer, subjects)
                    .chain(
                        relations ->
                            appeals
                                .byIds(session, subjects)
                                .map(
                                    found ->
                                        found.stream()
                                            .collect(
                                                Collectors.toMap(
                                                    Appeal::id,
                                                    appeal ->
                                                        operations(appeal, relations, viewer))))));
  }

  private static Set<String> operations(
      Appeal appeal, Map<UUID, Set<AppealRelation>> relations, Viewer viewer) {
    return AppealPermissions.open(appeal, relations.getOrDefault(appeal.id(), Set.of()), viewer)
        .stream()
        .map(AppealAction::operation)
        .collect(Collectors.toSet());
  }
}
