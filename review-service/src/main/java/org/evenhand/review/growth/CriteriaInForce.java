package org.evenhand.review.growth;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which criteria the policies in force know, for those whom they bind. */
@ApplicationScoped
public class CriteriaInForce {

  /** A policy version {@code p} binds whoever works in the assignment {@code a}. */
  public static final String BINDS =
      "(%s and %s and %s)"
          .formatted(
              binds("countries", "a.country"),
              binds("legalEntities", "a.legal_entity"),
              binds("workerTypes", "a.worker_type"));

  private static final String KNOWN =
      """
      select distinct a.id, criterion ->> 'key' as key
      from assignment a
      join policy_version p on p.state = 'EFFECTIVE' and %s
      cross join lateral jsonb_array_elements(p.content -> 'criteria') criterion
      where a.id = any(:ids)
      """
          .formatted(BINDS);

  /** An empty list leaves that side open. */
  private static String binds(String side, String value) {
    return """
    (coalesce(jsonb_array_length(p.content -> 'scope' -> '%1$s'), 0) = 0
      or p.content -> 'scope' -> '%1$s' @> to_jsonb(%2$s))
    """
        .formatted(side, value);
  }

  /** The keys by assignment; one that no policy binds is absent. */
  public Uni<Map<UUID, Set<String>>> of(Mutiny.Session session, Collection<UUID> assignments) {
    return Rows.of(session, KNOWN)
        .bind("ids", assignments.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("id"), row.text("key")))
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.groupingBy(
                            Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))));
  }

  /**
   * @param criterion null where none is named
   * @param pointer where the request names it
   * @throws Problem CRITERION_UNKNOWN unless a policy in force that has it binds each assignment
   */
  public Uni<Void> require(
      Mutiny.Session session,
      Collection<UUID> assignments,
      @Nullable String criterion,
      String pointer) {
    return criterion == null
        ? Uni.createFrom().voidItem()
        : of(session, assignments)
            .invoke(
                known -> {
                  if (assignments.stream()
                      .anyMatch(one -> !known.getOrDefault(one, Set.of()).contains(criterion))) {
                    throw Problem.of(
                            ReviewProblem.CRITERION_UNKNOWN,
                            "No policy in force for this person has such a criterion.")
                        .with(
                            NOT_FOUND.at(
                                pointer, "is no criterion of a policy in force for the person"));
                  }
                })
            .replaceWithVoid();
  }
}
