package org.evenhand.review.directory.lines;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see of one kind of thing: for each relation that opens it, a clause. A list and
 * a single one are read through the same clauses, so that they cannot disagree.
 *
 * @param <R> what somebody can be to such a thing
 */
public final class Doors<R extends Enum<R>> {

  private static final UUID LOWEST = new UUID(0, 0);

  /** Opens nothing by itself. */
  private record Beside<R>(R relation, String clause, Set<R> others) {

    String column() {
      return "beside " + relation;
    }
  }

  private final String from;
  private final String id;
  private final Viewer viewer;
  private final EnumMap<R, String> clauses;
  private final List<Beside<R>> besides = new ArrayList<>();
  private String known = "true";

  private Doors(String from, String id, Viewer viewer, Map<R, String> clauses) {
    this.from = from;
    this.id = id;
    this.viewer = viewer;
    this.clauses = new EnumMap<>(clauses);
  }

  /**
   * @param from the tables with their aliases, as of a query's {@code from}
   * @param id the column by which the things are known and in whose order they are listed
   * @param clauses over these aliases, {@code :viewer} and {@code :today}; at least one
   */
  public static <R extends Enum<R>> Doors<R> to(
      String from, String id, Viewer viewer, Map<R, String> clauses) {
    return new Doors<>(from, id, viewer, clauses);
  }

  /** What doesn't meet this clause opens to nobody. */
  public Doors<R> where(String clause) {
    known = clause;
    return this;
  }

  /** Whoever is one of the others is this as well, where the clause holds. */
  public Doors<R> beside(R relation, String clause, Set<R> others) {
    besides.add(new Beside<>(relation, clause, others));
    return this;
  }

  /** The viewer's relations to these things; what they may not know of is absent. */
  public Uni<Map<UUID, Set<R>>> relations(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : read(
            Rows.of(
                    session,
                    "%s and %s = any(:ids) and (%s)"
                        .formatted(select(), id, String.join(" or ", clauses.values())))
                .bind("ids", ids.toArray(UUID[]::new)));
  }

  /**
   * The viewer's relations to one thing; at least one.
   *
   * @param unknown what is thrown where they may not know of it
   */
  public Uni<Set<R>> require(
      Mutiny.Session session, UUID one, Supplier<? extends RuntimeException> unknown) {
    return relations(session, List.of(one))
        .map(
            found -> {
              @Nullable Set<R> relations = found.get(one);
              if (relations == null) {
                throw unknown.get();
              }
              return relations;
            });
  }

  /**
   * Visible things in the order of their ids, with the viewer's relations to each. Each door is
   * looked through by itself and no further than the page goes, so that each has its index.
   */
  public Uni<Map<UUID, Set<R>>> list(
      Mutiny.Session session, Wanted wanted, @Nullable UUID after, int limit) {
    String page =
        clauses.values().stream()
            .map(
                door ->
                    "(select %1$s from %2$s where %3$s and %4$s%5$s and %1$s > :after"
                            .formatted(id, from, known, door, wanted.clauses())
                        + " order by %s limit :page)".formatted(id))
            .collect(Collectors.joining(" union "));
    return read(
        wanted.bind(
            Rows.of(
                    session,
                    "%s and %s in (%s) order by %2$s limit :page".formatted(select(), id, page))
                .bind("after", after == null ? LOWEST : after)
                .bind("page", (long) limit)));
  }

  /** Both parameters are read in every case, whichever doors a role opens. */
  private String select() {
    String columns =
        Stream.concat(
                clauses.entrySet().stream().map(door -> column(door.getValue(), door.getKey())),
                besides.stream().map(beside -> column(beside.clause(), beside.column())))
            .collect(Collectors.joining(", "));
    return """
    select %s as id, %s from %s
    where %s and cast(:viewer as uuid) is not null and cast(:today as date) is not null
    """
        .formatted(id, columns, from, known);
  }

  private static String column(String clause, Object name) {
    return "coalesce(%s, false) as \"%s\"".formatted(clause, name);
  }

  private Uni<Map<UUID, Set<R>>> read(Rows rows) {
    return viewer
        .bind(rows)
        .list(row -> Map.entry(row.uuid("id"), relations(row)))
        .map(
            entries -> {
              Map<UUID, Set<R>> found = new LinkedHashMap<>();
              entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  private Set<R> relations(Row row) {
    Set<R> found = EnumSet.copyOf(clauses.keySet());
    found.removeIf(relation -> !row.flag(relation.name()));
    besides.stream()
        .filter(beside -> row.flag(beside.column()))
        .filter(beside -> beside.others().stream().anyMatch(found::contains))
        .forEach(beside -> found.add(beside.relation()));
    return found;
  }
}
