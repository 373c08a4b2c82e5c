package org.evenhand.calibration.norm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Queries for norms. */
@ApplicationScoped
class NormRepository {

  /** One rule for a list and for a single norm, so that they can't disagree. */
  private static final String SHOWN =
      """
      (n.agreed_at is not null or exists (
         select 1 from calibration_session s
         where s.id = n.session_id
           and (:person in (s.facilitator_id, s.co_facilitator_id)
                or :person = any (s.rater_ids))))
      """;

  private static final String ONE =
      "select n.id from norm n where n.id = :id and %s".formatted(SHOWN);

  private static final String LIST =
      """
      select n.id from norm n
      where n.state = any (cast(:states as text[]))
        and (cast(cast(:after as text) as uuid) is null or n.id < cast(cast(:after as text) as uuid))
        and (cast(cast(:policy as text) as uuid) is null or n.policy_id = cast(cast(:policy as text) as uuid))
        and (cast(:criterion as text) is null or n.criterion = cast(:criterion as text))
        and (cast(cast(:ordinal as text) as integer) is null or n.ordinal = cast(cast(:ordinal as text) as integer))
        and %s
      order by n.id desc
      """
          .formatted(SHOWN);

  /**
   * @throws Problem 404 before it is agreed on, to all but those who sit in its session
   */
  Uni<Norm> shown(Mutiny.Session db, UUID id, UUID person) {
    return Rows.of(db, ONE)
        .bind("id", id)
        .bind("person", person)
        .any()
        .invoke(
            found -> {
              if (!found) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no norm " + id);
              }
            })
        .chain(() -> db.find(Norm.class, id));
  }

  /** The latest first, after a given one. */
  Uni<List<Norm>> list(
      Mutiny.Session db, NormFilter wanted, UUID person, @Nullable UUID after, int limit) {
    return Rows.of(db, LIST)
        .bind("states", wanted.states().stream().map(NormState::name).toArray(String[]::new))
        .bind("person", person)
        .bind("after", text(after))
        .bind("policy", text(wanted.policyId()))
        .bind("criterion", wanted.criterion())
        .bind("ordinal", text(wanted.ordinal()))
        .limit(limit)
        .list(row -> row.uuid("id"))
        .chain(ids -> byId(db, ids).map(found -> ids.stream().map(found::get).toList()))
        .map(found -> found.stream().map(Objects::requireNonNull).toList());
  }

  Uni<Map<UUID, Norm>> byId(Mutiny.Session db, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : db.createSelectionQuery("from Norm where id in (:ids)", Norm.class)
            .setParameter("ids", ids)
            .getResultList()
            .map(found -> found.stream().collect(Collectors.toMap(Norm::id, Function.identity())));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
