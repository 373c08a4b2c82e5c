package org.evenhand.analytics.counts;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsProblem;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The cycles that have been counted. Their keys are no secret: every employee is told of a cycle.
 */
@ApplicationScoped
public class Cycles {

  private static final int NAMED_AT_MOST = 20;

  private static final String FIND =
      """
      select cycle_id, key, origin, first_at from cycle
      where key = :text or cast(cycle_id as text) = lower(:text)
      order by first_at
      """;

  private static final String KNOWN =
      "select key from cycle group by key order by max(first_at) desc limit " + NAMED_AT_MOST;

  /**
   * The cycle with this key or id.
   *
   * @throws Problem CYCLE_UNKNOWN naming those that are known, CYCLE_AMBIGUOUS naming the ids
   */
  public Uni<Cycle> require(Mutiny.Session session, String keyOrId) {
    return require(session, keyOrId, "cycle");
  }

  /** As {@link #require(Mutiny.Session, String)}, for a parameter of another name. */
  public Uni<Cycle> require(Mutiny.Session session, String keyOrId, String parameter) {
    return named(session, keyOrId)
        .chain(
            found ->
                found.isEmpty()
                    ? refuse(session, parameter)
                    : Uni.createFrom().item(() -> only(found, parameter)));
  }

  /** The cycle with this id; empty while nothing of it was counted. */
  public Uni<Optional<Cycle>> find(Mutiny.Session session, UUID id) {
    return named(session, id.toString()).map(found -> found.stream().findFirst());
  }

  /**
   * The id of the cycle with this key or id, or of what else is judged.
   *
   * @param other what else goes by this key or id
   * @throws Problem as {@link #require(Mutiny.Session, String)}; CYCLE_AMBIGUOUS where there is
   *     both
   */
  public Uni<UUID> requireJudged(Mutiny.Session session, String keyOrId, Optional<UUID> other) {
    return named(session, keyOrId)
        .map(found -> Stream.concat(found.stream().map(Cycle::id), other.stream()).toList())
        .chain(
            ids ->
                ids.isEmpty()
                    ? Cycles.<UUID>refuse(session, "cycle")
                    : Uni.createFrom().item(() -> requireOne(ids, "cycle")));
  }

  private static Uni<List<Cycle>> named(Mutiny.Session session, String keyOrId) {
    return Rows.of(session, FIND).bind("text", keyOrId).list(Cycles::cycle);
  }

  private static Cycle only(List<Cycle> found, String parameter) {
    requireOne(found.stream().map(Cycle::id).toList(), parameter);
    return found.get(0);
  }

  private static UUID requireOne(List<UUID> found, String parameter) {
    if (found.size() > 1) {
      String ids = found.stream().map(UUID::toString).collect(Collectors.joining(", "));
      throw Problem.of(
              AnalyticsProblem.CYCLE_AMBIGUOUS, "Name the cycle by its id; with this key: " + ids)
          .with(INCONSISTENT.parameter(parameter, "is the key of more than one cycle"));
    }
    return found.get(0);
  }

  private static <T> Uni<T> refuse(Mutiny.Session session, String parameter) {
    return Rows.of(session, KNOWN)
        .list(row -> row.text("key"))
        .map(
            keys -> {
              throw Problem.of(
                      AnalyticsProblem.CYCLE_UNKNOWN,
                      keys.isEmpty()
                          ? "No cycle has been counted yet."
                          : "Known cycles, newest first: " + String.join(", ", keys))
                  .with(NOT_FOUND.parameter(parameter, "is not the key or id of a counted cycle"));
            });
  }

  static Cycle cycle(Row row) {
    return new Cycle(
        row.uuid("cycle_id"),
        row.text("key"),
        row.constant("origin", Origin.class),
        row.instant("first_at"));
  }
}
