package org.evenhand.bench.submit;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.bench.sql.LoggedStatement;
import org.evenhand.bench.sql.StatementLog;
import org.evenhand.local.process.Trouble;

/** Records the statements that one submission sends. */
final class Capture {
  private final Parts parts;
  private final StatementLog log;

  /**
   * @param log of the server
   */
  Capture(Parts parts, Path log) {
    this.parts = parts;
    this.log = new StatementLog(parts.server(), log);
  }

  Script of(Submissions submissions, long review) throws Exception {
    List<LoggedStatement> all = log.during(() -> submissions.rate(review, review + 1));
    try (Connection connection = Sql.connect(parts.database("review"))) {
      return Script.of(transactionOf(Numbered.REVIEW.of(review), all), connection);
    }
  }

  /**
   * From its begin to its commit, because the same connection may serve other requests before and
   * after.
   */
  private static List<LoggedStatement> transactionOf(String review, List<LoggedStatement> all) {
    long backend =
        all.stream()
            .filter(statement -> statement.mentions(review))
            .map(LoggedStatement::backend)
            .findFirst()
            .orElseThrow(() -> new Trouble("PostgreSQL logged no statement on the review"));
    List<LoggedStatement> transaction = new ArrayList<>();
    boolean mentioned = false;
    for (LoggedStatement statement : all) {
      if (statement.backend() != backend) {
        continue;
      }
      if (statement.begins()) {
        transaction.clear();
      }
      transaction.add(statement);
      mentioned |= statement.mentions(review);
      if (mentioned && statement.commits()) {
        break;
      }
    }
    return transaction;
  }
}
