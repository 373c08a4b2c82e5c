package org.evenhand.review.growth.goal.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Entries of the library in the database. */
@ApplicationScoped
public class LibraryRepository {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /**
   * Which entries are asked for.
   *
   * @param jobFamily those that are meant for it, or for all
   */
  record Filter(
      @Nullable String jobFamily, @Nullable String jobLevel, @Nullable LibraryState state) {}

  Uni<LibraryGoal> get(Mutiny.Session session, UUID id) {
    return session
        .find(LibraryGoal.class, id)
        .onItem()
        .ifNull()
        .failWith(
            () -> Problem.of(CommonProblem.NOT_FOUND, "There is no such entry in the library."));
  }

  /** In the order of their ids. */
  Uni<List<LibraryGoal>> page(
      Mutiny.Session session, Filter filter, Optional<UUID> after, int limit) {
    StringBuilder where = new StringBuilder("from LibraryGoal g where g.id > :after");
    Map<String, Object> values = new TreeMap<>();
    if (filter.jobFamily() != null) {
      where.append(" and (g.jobFamily is null or g.jobFamily = :family)");
      values.put("family", filter.jobFamily());
    }
    if (filter.jobLevel() != null) {
      where.append(" and (g.jobLevel is null or g.jobLevel = :level)");
      values.put("level", filter.jobLevel());
    }
    if (filter.state() != null) {
      where.append(" and g.state = :state");
      values.put("state", filter.state());
    }
    Mutiny.SelectionQuery<LibraryGoal> query =
        session
            .createSelectionQuery(where + " order by g.id", LibraryGoal.class)
            .setParameter("after", after.orElse(BEFORE_ALL))
            .setMaxResults(limit);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  /** Those that are known, by key. */
  public Uni<Map<String, LibraryGoal>> byKeys(Mutiny.Session session, Collection<String> keys) {
    return session
        .createSelectionQuery("from LibraryGoal g where g.key in (:keys)", LibraryGoal.class)
        .setParameter("keys", keys)
        .getResultList()
        .map(
            found ->
                found.stream().collect(Collectors.toMap(LibraryGoal::key, Function.identity())));
  }

  /** Lets one key come at a time, so that two entries can't take the same. */
  Uni<Boolean> isTaken(Mutiny.Session session, String key) {
    return Rows.of(
            session,
            "select cast(pg_advisory_xact_lock(hashtextextended(:lock, 0)) as text) as held")
        .bind("lock", "goal-library " + key)
        .run()
        .chain(() -> byKeys(session, List.of(key)))
        .map(found -> !found.isEmpty());
  }
}
