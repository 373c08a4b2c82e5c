package org.evenhand.kit.data.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * The time of one leader: a connection that holds the lock, and a producer whose transactional id
 * shuts out an earlier leader that is still sending. Any failure ends the term; a new one begins
 * with nothing but what the table holds.
 *
 * <p>Rows are deleted after Kafka's commit. A crash in between sends them again, with the same id
 * and sequence, which a consumer's inbox skips; the other order would lose them.
 */
final class RelayTerm implements AutoCloseable {

  private static final int STATEMENT_MILLIS = 30_000;
  private static final Executor DIRECT = Runnable::run;

  private final Connection connection;
  private final OutboxRows rows;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final RelayProbe probe;
  private boolean leader;
  private @Nullable Producer<byte[], byte[]> producer;

  RelayTerm(DataSource database, Supplier<Producer<byte[], byte[]>> producers, RelayProbe probe)
      throws SQLException {
    this.connection = database.getConnection();
    this.rows = new OutboxRows(connection);
    this.producers = producers;
    this.probe = probe;
    connection.setAutoCommit(true);
    // A network that swallows packets must not hold the lock's owner forever.
    connection.setNetworkTimeout(DIRECT, STATEMENT_MILLIS);
  }

  /** True when this is the leader, now or already. */
  boolean lead() throws SQLException {
    if (!leader) {
      leader = rows.lock();
    }
    return leader;
  }

  /** Sends the oldest rows and answers how many there were. */
  int ship(int batch) throws SQLException {
    List<OutboxRow> oldest = rows.oldest(batch);
    probe.read(oldest);
    if (!oldest.isEmpty()) {
      send(oldest);
      probe.sent(oldest);
      rows.delete(oldest);
      probe.deleted(oldest);
    }
    return oldest.size();
  }

  private void send(List<OutboxRow> oldest) {
    Producer<byte[], byte[]> open = producer();
    open.beginTransaction();
    // A failure of any future shows again at the commit, which then makes nothing visible.
    for (OutboxRow row : oldest) {
      var unused = open.send(row.toRecord());
    }
    open.commitTransaction();
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = producers.get();
      producer = open;
      open.initTransactions();
    }
    return open;
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(java.time.Duration.ZERO);
    }
    try (Connection closing = connection) {
      if (leader && !closing.isClosed()) {
        rows.unlock();
      }
    } catch (SQLException e) {
      // The connection is gone, and the lock with it.
      leader = false;
    }
  }
}
