package org.evenhand.kit.data.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Recomputes every hash of entries, heads and seals and compares. Streams, in bounded memory. */
@ApplicationScoped
public class AuditVerification {

  private final DataSource database;

  public AuditVerification(DataSource database) {
    this.database = database;
  }

  /**
   * What was checked, and what isn't as it was written.
   *
   * @param findings at most {@value Findings#MOST}, empty when all is well
   */
  public record Report(long entries, long seals, List<String> findings) {
    public boolean intact() {
      return findings.isEmpty();
    }
  }

  /**
   * @param known a seal from the log, as {@code id:hash}; it must be there unchanged. Without one,
   *     a deletion of the latest seals with all that they cover can't be seen
   */
  public Report verify(@Nullable String known) throws SQLException {
    try (Connection connection = database.getConnection()) {
      // One snapshot, because entries written meanwhile must not look like tampering.
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      Findings findings = new Findings();
      long entries = new ChainCheck(connection, findings).run();
      long seals = new SealCheck(connection, findings, known).run();
      connection.rollback();
      connection.setReadOnly(false);
      return new Report(entries, seals, findings.all());
    }
  }
}
