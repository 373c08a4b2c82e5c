package org.evenhand.calibration.check;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.directory.People;
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
      select k.id from calibration_check k
      join calibration_obligation o on o.id = k.obligation_id
      where (cast(:after as uuid) is null or k.id < cast(:after as uuid))
        and (cast(:obligation as uuid) is null or k.obligation_id = cast(:obligation as uuid))
        and %s
      order by k.id desc
      """
          .formatted(ObligationContexts.SHOWN);

  private final ObligationContexts obligations;
  private final People people;
  private final Clock clock;

  CheckContexts(ObligationContexts obligations, People people, Clock clock) {
    this.obligations = obligations;
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
                    .map(check -> context(db, check, caller)));
  }

  /** The latest first. */
  Uni<List<CheckContext>> list(
      Mutiny.Session db, @Nullable UUID obligation, @Nullable UUID after, int limit) {
    return people
        .caller(db)
        .chain(
            caller ->
                obligations
                    .shown(Rows.of(db, LIST), caller)
                    .bind("after", text(after))
                    .bind("obligation", text(obligation))
                    .limit(limit)
                    .list(row -> row.uuid("id"))
                    .chain(ids -> inOrder(db, ids))
                    .map(
                        found -> found.stream().map(check -> context(db, check, caller)).toList()));
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

  private CheckContext context(Mutiny.Session db, Check check, Actor caller) {
    return new CheckContext(db, check, caller, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
