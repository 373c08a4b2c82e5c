package org.evenhand.calibration.pool;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Nobody has a say about themself, their reports, their own managers, or a review that they
 * contributed to. The rule itself is {@code too_close} in the database.
 */
@ApplicationScoped
public class ConflictsOfInterest {

  private static final String CONFLICTS =
      """
      with person as materialized (
        select cast(x as uuid) as id, array(select managers_of(cast(x as uuid))) as managers
        from jsonb_array_elements_text(cast(cast(:people as text) as jsonb)) x)
      select p.id as person, r.id as review
      from person p join pool_review r on too_close(p.id, p.managers, r)
      where r.id in (select cast(x as uuid)
                     from jsonb_array_elements_text(cast(cast(:reviews as text) as jsonb)) x)
      """;

  /** Those of the reviews that a person must have no say in. */
  public Uni<Set<UUID>> of(Mutiny.Session db, UUID person, Collection<UUID> reviews) {
    return of(db, List.of(person), reviews).map(found -> found.getOrDefault(person, Set.of()));
  }

  /** For each of the people who is too close to any: the reviews that they must have no say in. */
  public Uni<Map<UUID, Set<UUID>>> of(
      Mutiny.Session db, Collection<UUID> people, Collection<UUID> reviews) {
    return Rows.of(db, CONFLICTS)
        .bind("people", Json.write(people))
        .bind("reviews", Json.write(reviews))
        .list(row -> Map.entry(row.uuid("person"), row.uuid("review")))
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.groupingBy(
                            Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
  }

  /**
   * @throws Problem 422 when the person is too close to one of the reviews to have a say
   */
  public Uni<Void> requireNone(Mutiny.Session db, UUID person, Collection<UUID> reviews) {
    return of(db, person, reviews)
        .invoke(
            found -> {
              if (!found.isEmpty()) {
                throw Problem.of(
                    CalibrationProblem.CONFLICT_OF_INTEREST,
                    "Nobody has a say about themself, their reports, their own managers, or a"
                        + " review that they contributed to.");
              }
            })
        .replaceWithVoid();
  }
}
