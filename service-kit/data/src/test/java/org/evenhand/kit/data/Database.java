package org.evenhand.kit.data;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tests' own look into the database. */
@ApplicationScoped
public class Database {

  private final DataSource database;
  private final Mutiny.SessionFactory sessions;

  public Database(DataSource database, Mutiny.SessionFactory sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  public <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) {
    return await(() -> sessions.withTransaction(work));
  }

  public static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  public long number(String sql, Object... parameters) {
    return (Long) rows(sql, parameters).get(0).get(0);
  }

  public List<List<Object>> rows(String sql, Object... parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      var rows = new ArrayList<List<Object>>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          var row = new ArrayList<Object>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.add(result.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public int execute(String sql, Object... parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
