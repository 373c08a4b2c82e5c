package org.evenhand.bench.season;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.postgres.Database;
import org.evenhand.local.process.Trouble;

/** How long a service takes until a question to its database is answered with a number. */
record Waiting(Database database) {
  private static final long PATIENCE_MINUTES = 30;
  private static final long LOOK_AGAIN_MILLIS = 10;

  /** In milliseconds. */
  double millis(String question, long number) throws SQLException, InterruptedException {
    long began = System.nanoTime();
    long deadline = began + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (Sql.number(database, question) != number) {
      if (System.nanoTime() > deadline) {
        throw new Trouble(
            "After %d minutes still %d and not %d: %s"
                .formatted(PATIENCE_MINUTES, Sql.number(database, question), number, question));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
    }
    return (System.nanoTime() - began) / 1e6;
  }
}
