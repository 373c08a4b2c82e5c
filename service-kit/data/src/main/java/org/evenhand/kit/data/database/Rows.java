package org.evenhand.kit.data.database;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The result of native SQL, read row by row into the caller's own record. It is the one way to
 * native results, so that every column is read by name and its type is checked.
 */
public final class Rows {

  private final Mutiny.SelectionQuery<Tuple> query;

  private Rows(Mutiny.SelectionQuery<Tuple> query) {
    this.query = query;
  }

  /** Sees the session's changes so far. */
  public static Rows of(Mutiny.QueryProducer session, String sql) {
    return new Rows(session.createNativeQuery(sql, Tuple.class));
  }

  /** For tables that no entity writes: the session's changes aren't flushed first. */
  public static Rows unflushed(Mutiny.QueryProducer session, String sql) {
    return new Rows(session.createNativeQuery(sql, Tuple.class, new AffectedEntities()));
  }

  public Rows bind(String parameter, @Nullable Object value) {
    query.setParameter(parameter, value);
    return this;
  }

  /** No more than the first rows. */
  public Rows limit(int rows) {
    query.setMaxResults(rows);
    return this;
  }

  public <T> Uni<List<T>> list(Function<Row, T> reader) {
    return query
        .getResultList()
        .map(rows -> rows.stream().map(row -> reader.apply(new Row(row))).toList());
  }

  /** Fails unless there is exactly one. */
  public <T> Uni<T> one(Function<Row, T> reader) {
    return query.getSingleResult().map(row -> reader.apply(new Row(row)));
  }

  /** Fails when there is more than one. */
  public <T> Uni<Optional<T>> atMostOne(Function<Row, T> reader) {
    return query
        .getSingleResultOrNull()
        .map(row -> Optional.ofNullable(row).map(Row::new).map(reader));
  }

  public Uni<Boolean> any() {
    return query.setMaxResults(1).getResultList().map(rows -> !rows.isEmpty());
  }

  /** For a statement that is run for its effect, such as taking a lock. */
  public Uni<Void> run() {
    return query.getResultList().replaceWithVoid();
  }
}
