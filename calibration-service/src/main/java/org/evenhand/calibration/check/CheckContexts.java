package org.evenhand.calibration.check;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.obligation.NarrowedList;
import org.evenhand.calibration.obligation.ObligationContexts;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Finds checks for those who read the obligation that they are of, and for nobody else. */
@ApplicationScoped
class CheckContexts {

  private static final String ONE =
      """
      select k.id from calibration_check k
      join calibration_obligation o on o.id = k.obligation_id
      where k.id = :id and %s
      """
          .formatted(ObligationContexts.SHOWN);

  private static final String LIST =
      """
      select o.id from (
        select k.id, k.manager_id from calibration_check k
        where (cast(:after as uuid) is null or k.id < cast(:after as uuid))
          and (cast(:obligation as uuid) is null or k.obligation_id = cast(:obligation as uuid))
          and %%s
        order by k.id desc offset 0
      ) o
      where %s
      order by o.id desc
      """
          .formatted(ObligationContexts.SHOWN);

  private static final NarrowedList LISTS = NarrowedList.of(LIST, "k.manager_id");

  private final ObligationContexts obligations;
  private final GoneSubjects gone;
  private final People people;
  private final Clock clock;

  CheckContexts(ObligationContexts obligations, GoneSubjects gone, People people, Clock clock) {
    this.obligations = obligations;
    this.gone = gone;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @throws Problem 404 to all but the manager and HR of their unit
   */
  Uni<CheckContext> visible(Mutiny.Session db, UUID id) {
    return people
        .caller(db)
        .chain(
            caller ->
                obligations
                    .shown(Rows.of(db, ONE), caller)
                    .bind("id", id)
                    .any()
                    .invoke(
                        found -> {
                          if (!found) {
                            throw Problem.of(CommonProblem.NOT_FOUND, "There is no check " + id);
                          }
                        })
                    .chain(() -> db.find(Check.class, id))
                    .chain(check -> contexts(db, List.of(check), caller)))
        .map(found -> found.get(0));
  }

  /** The latest first. */
  Uni<List<CheckContext>> list(
      Mutiny.Session db, @Nullable UUID obligation, @Nullable UUID after, int limit) {
    return people
        .caller(db)
        .chain(
            caller ->
                obligations
                    .shown(Rows.of(db, LISTS.of(caller)), caller)
                    .bind("after", text(after))
                    .bind("obligation", text(obligation))
                    .limit(limit)
                    .list(row -> row.uuid("id"))
                    .chain(ids -> inOrder(db, ids))
                    .chain(found -> contexts(db, found, caller)));
  }

  private static Uni<List<Check>> inOrder(Mutiny.Session db, List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : db.createSelectionQuery("from Check where id in (:ids)", Check.class)
            .setParameter("ids", ids)
            .getResultList()
            .map(found -> inOrder(found, ids));
  }

  private static List<Check> inOrder(List<Check> found, List<UUID> ids) {
    Map<UUID, Check> byId =
        found.stream().collect(Collectors.toMap(Check::id, Function.identity()));
    return ids.stream().flatMap(id -> Optional.ofNullable(byId.get(id)).stream()).toList();
  }

  private Uni<List<CheckContext>> contexts(Mutiny.Session db, List<Check> found, Actor caller) {
    var of = found.stream().map(Check::obligationId).collect(Collectors.toSet());
    return obligations
        .open(db, of)
        .chain(
            open ->
                gone.among(db, found.stream().map(Check::id).toList())
                    .map(lost -> contexts(db, found, caller, open, lost)));
  }

  private List<CheckContext> contexts(
      Mutiny.Session db, List<Check> found, Actor caller, Set<UUID> open, Set<UUID> lost) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return found.stream()
        .map(
            check ->
                new CheckContext(
                    db,
                    check,
                    caller,
                    open.contains(check.obligationId()),
                    lost.contains(check.id()),
                    now))
        .toList();
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
