package org.evenhand.calibration.precedent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Queries for precedents. */
@ApplicationScoped
public class PrecedentRepository {

  /** One rule for a list and for a single precedent, so that they can't disagree. */
  private static final String SHOWN =
      """
      (p.state in ('PUBLISHED', 'SUPERSEDED')
       or p.state = 'WITHDRAWN' and p.published_at is not null
       or :person in (p.author_id, p.checker_id)
       or p.state = 'CHECKED' and exists (
            select 1 from precedent_source s
            where s.precedent_id = p.id and s.employee_id = :person))
      """;

  private static final String ONE =
      "select p.id from precedent p where p.id = :id and %s".formatted(SHOWN);

  private static final String LIST =
      """
      select p.id from precedent p
      where p.state = :state
        and (cast(cast(:after as text) as uuid) is null or p.id < cast(cast(:after as text) as uuid))
        and (cast(cast(:policy as text) as uuid) is null or p.policy_id = cast(cast(:policy as text) as uuid))
        and (cast(cast(:ordinal as text) as integer) is null or p.ordinal = cast(cast(:ordinal as text) as integer))
        and (cast(:tag as text) is null or cast(:tag as text) = any (p.tags))
        and (cast(:criterion as text) is null or p.criterion = cast(:criterion as text)
             or p.criterion is null and exists (
                  select 1 from jsonb_array_elements(p.words -> 'parts') part
                  where part ->> 'criterion' = cast(:criterion as text)))
        and %s
      order by p.id desc
      """
          .formatted(SHOWN);

  /** As PostgreSQL orders ids: by their bytes, and so as their text. */
  private static final Comparator<UUID> LATEST = Comparator.comparing(UUID::toString).reversed();

  /**
   * @throws Problem 404, whether it isn't there or isn't shown
   */
  public Uni<Precedent> shown(Mutiny.Session db, UUID id, UUID person) {
    return Rows.of(db, ONE)
        .bind("id", id)
        .bind("person", person)
        .any()
        .invoke(
            found -> {
              if (!found) {
                throw Problem.of(CommonProblem.NOT_FOUND, "There is no precedent " + id);
              }
            })
        .chain(() -> db.find(Precedent.class, id));
  }

  /** Whoever asks; empty where it isn't there. */
  public Uni<Optional<Precedent>> find(Mutiny.Session db, UUID id) {
    return db.find(Precedent.class, id).map(Optional::ofNullable);
  }

  /** Nobody else changes it until the commit. */
  public Uni<Optional<Precedent>> held(Mutiny.Session db, UUID id) {
    return db.find(Precedent.class, id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
  }

  public Uni<Optional<PrecedentSource>> source(Mutiny.Session db, UUID precedent) {
    return db.find(PrecedentSource.class, precedent).map(Optional::ofNullable);
  }

  public Uni<Map<UUID, PrecedentSource>> sources(Mutiny.Session db, Collection<UUID> precedents) {
    return precedents.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : db.createSelectionQuery(
                "from PrecedentSource where precedentId in (:ids)", PrecedentSource.class)
            .setParameter("ids", precedents)
            .getResultList()
            .map(
                found ->
                    found.stream()
                        .collect(
                            Collectors.toMap(PrecedentSource::precedentId, Function.identity())));
  }

  public Uni<List<Precedent>> all(Mutiny.Session db, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : db.createSelectionQuery("from Precedent where id in (:ids)", Precedent.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** The latest first, after a given one. */
  public Uni<List<Precedent>> list(
      Mutiny.Session db, PrecedentFilter wanted, UUID person, @Nullable UUID after, int limit) {
    return Rows.of(db, LIST)
        .bind("state", wanted.state().name())
        .bind("person", person)
        .bind("after", text(after))
        .bind("policy", text(wanted.policyId()))
        .bind("ordinal", text(wanted.ordinal()))
        .bind("tag", text(wanted.tag()))
        .bind("criterion", wanted.criterion())
        .limit(limit)
        .list(row -> row.uuid("id"))
        .chain(ids -> all(db, ids))
        .map(found -> found.stream().sorted(Comparator.comparing(Precedent::id, LATEST)).toList());
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
