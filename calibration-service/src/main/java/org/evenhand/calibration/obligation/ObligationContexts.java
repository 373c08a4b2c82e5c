package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.obligation.ObligationContext.Standing;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.DutyState;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Finds obligations for those who may know of them: the manager, and HR of their unit, but not of
 * their own line. To anyone else, be they above the manager, they don't exist.
 */
@ApplicationScoped
public class ObligationContexts {

  /** One rule for lists and single objects, of obligations and checks: {@code o} and a person. */
  public static final String SHOWN =
      """
      (o.manager_id = :person
       or exists (
         select 1 from person p
         where p.id = o.manager_id
           and (:lead or :hr and p.org_unit in (select units_served(:person, :today)))
           and :person not in (select managers_of(p.id))
           and p.id not in (select managers_of(:person))))
      """;

  private static final String ONE =
      "select o.id from calibration_obligation o where o.id = :id and %s".formatted(SHOWN);

  private static final String LIST =
      """
      select o.id from (
        select o.id, o.manager_id from calibration_obligation o
        where (cast(:after as uuid) is null or o.id < cast(:after as uuid))
          and (cast(:first as date) is null or o.first_day = cast(:first as date))
          and %%s
        order by o.id desc offset 0
      ) o
      where %s
      order by o.id desc
      """
          .formatted(SHOWN);

  private static final NarrowedList LISTS = NarrowedList.of(LIST, "o.manager_id");

  private static final String STANDINGS =
      """
      select subject, state, due_on from duty
      where subject = any (cast(:ids as uuid[])) and kind = '%s'
      """
          .formatted(CheckDuty.CALIBRATION_CHECK.name());

  private static final String OPEN =
      """
      select subject from duty
      where subject = any (cast(:ids as uuid[])) and kind = '%s' and closed_at is null
      """
          .formatted(CheckDuty.CALIBRATION_CHECK.name());

  private final ObligationRepository obligations;
  private final People people;
  private final Clock clock;

  ObligationContexts(ObligationRepository obligations, People people, Clock clock) {
    this.obligations = obligations;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @throws Problem 404 to all but the manager and HR of their unit
   */
  Uni<ObligationContext> visible(Mutiny.Session db, UUID id) {
    return people
        .caller(db)
        .chain(
            caller ->
                requireShown(db, id, caller)
                    .chain(() -> obligations.all(db, List.of(id)))
                    .chain(found -> contexts(db, found, caller)))
        .map(found -> found.get(0));
  }

  /**
   * As {@link #visible}, held against other changes until the commit.
   *
   * @throws Problem 404
   */
  public Uni<ObligationContext> held(Mutiny.Session db, UUID id) {
    return people
        .caller(db)
        .chain(
            caller ->
                requireShown(db, id, caller)
                    .chain(() -> obligations.held(db, id))
                    .chain(found -> contexts(db, List.of(found.orElseThrow()), caller)))
        .map(found -> found.get(0));
  }

  Uni<List<ObligationContext>> list(
      Mutiny.Session db, @Nullable Quarter quarter, @Nullable UUID after, int limit) {
    return people
        .caller(db)
        .chain(
            caller ->
                shown(Rows.of(db, LISTS.of(caller)), caller)
                    .bind("after", after == null ? null : after.toString())
                    .bind("first", quarter == null ? null : quarter.first())
                    .limit(limit)
                    .list(row -> row.uuid("id"))
                    .chain(ids -> inOrder(db, ids))
                    .chain(found -> contexts(db, found, caller)));
  }

  private Uni<List<Obligation>> inOrder(Mutiny.Session db, List<UUID> ids) {
    return obligations
        .all(db, ids)
        .map(
            found -> {
              Map<UUID, Obligation> byId =
                  found.stream().collect(Collectors.toMap(Obligation::id, Function.identity()));
              return ids.stream()
                  .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                  .toList();
            });
  }

  private Uni<Void> requireShown(Mutiny.Session db, UUID id, Actor caller) {
    return shown(Rows.of(db, ONE), caller)
        .bind("id", id)
        .any()
        .invoke(
            found -> {
              if (!found) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no obligation " + id);
              }
            })
        .replaceWithVoid();
  }

  /** Those of the obligations of which something is still owed. */
  public Uni<Set<UUID>> open(Mutiny.Session db, Collection<UUID> ids) {
    return Rows.of(db, OPEN)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(row -> row.uuid("subject"))
        .map(Set::copyOf);
  }

  /** Binds what {@link #SHOWN} asks for. */
  public Rows shown(Rows rows, Actor caller) {
    return rows.bind("person", caller.person())
        .bind("lead", caller.lead())
        .bind("hr", caller.roles().contains(Roles.HR))
        .bind("today", LocalDate.now(clock));
  }

  private Uni<List<ObligationContext>> contexts(
      Mutiny.Session db, List<Obligation> found, Actor caller) {
    return standings(db, found.stream().map(Obligation::id).toList())
        .map(
            standings ->
                found.stream()
                    .map(
                        each ->
                            new ObligationContext(
                                db,
                                each,
                                Optional.ofNullable(standings.get(each.id())),
                                caller,
                                now()))
                    .toList());
  }

  private static Uni<Map<UUID, Standing>> standings(Mutiny.Session db, Collection<UUID> ids) {
    return Rows.of(db, STANDINGS)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(
            row ->
                Map.entry(
                    row.uuid("subject"),
                    new Standing(row.constant("state", DutyState.class), row.day("due_on"))))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
