package org.evenhand.bench.submit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.process.Trouble;

/** Listens to one submission: which statements does it send? */
final class Capture {
  private final Parts parts;
  private final Path log;

  /**
   * @param log of the server
   */
  Capture(Parts parts, Path log) {
    this.parts = parts;
    this.log = log;
  }

  Script of(Submissions submissions, long review) throws SQLException, IOException {
    logStatements("all");
    long before = Files.size(log);
    submissions.rate(review, review + 1);
    logStatements("none");
    List<LoggedStatement> transaction = transactionOf(review, since(before));
    try (Connection connection = Sql.connect(parts.database("review"))) {
      return Script.of(transaction, connection);
    }
  }

  private List<String> since(long position) throws IOException {
    byte[] whole = Files.readAllBytes(log);
    String text =
        new String(whole, (int) position, whole.length - (int) position, StandardCharsets.UTF_8);
    return text.lines().toList();
  }

  private static List<LoggedStatement> transactionOf(long review, List<String> lines) {
    List<LoggedStatement> all = LoggedStatement.read(lines);
    long backend =
        all.stream()
            .filter(statement -> statement.mentions(Numbered.REVIEW.of(review)))
            .map(LoggedStatement::backend)
            .findFirst()
            .orElseThrow(() -> new Trouble("PostgreSQL logged no statement on the review"));
    List<LoggedStatement> transaction = new ArrayList<>();
    boolean mentioned = false;
    for (LoggedStatement statement : all) {
      if (statement.backend() != backend) {
        continue;
      }
      if (statement.sql().equals("BEGIN")) {
        transaction.clear();
      }
      transaction.add(statement);
      mentioned |= statement.mentions(Numbered.REVIEW.of(review));
      if (mentioned && statement.sql().equals("COMMIT")) {
        break;
      }
    }
    return transaction;
  }

  /** The setting reaches open connections with their next statement, a little later. */
  private void logStatements(String which) throws SQLException {
    Sql.run(
        parts.server(),
        "alter system set log_statement = '" + which + "'",
        "select pg_reload_conf()",
        "select pg_sleep(1)");
  }
}
