package org.evenhand.kit.data.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.kafka.KafkaClients;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The relay in a process of its own, which reports that it has reached a step and stands still
 * there until it is killed. Arguments: JDBC URL, bootstrap servers, step.
 */
public final class CrashingRelay {

  private CrashingRelay() {}

  public static void main(String[] arguments) {
    relay(arguments[0], arguments[1], new Stop(arguments[2])).run();
  }

  static RelayLoop relay(String jdbcUrl, String bootstrapServers, RelayProbe probe) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(jdbcUrl);
    database.setUser("postgres");
    database.setPassword("postgres");
    Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
    return new RelayLoop(
        database,
        () -> KafkaClients.producer(KafkaClients.transactional(connection, "crash-relay")),
        Duration.ofMillis(50),
        50,
        Duration.ofMillis(500),
        probe);
  }

  /** Waits at a step for its end. */
  private record Stop(String step) implements RelayProbe {

    @Override
    public void read(List<OutboxRow> oldest) {
      if (!oldest.isEmpty()) {
        at("read");
      }
    }

    @Override
    public void sent(List<OutboxRow> rows) {
      at("sent");
    }

    @Override
    public void deleted(List<OutboxRow> rows) {
      at("deleted");
    }

    private void at(String here) {
      if (here.equals(step)) {
        System.out.println("AT " + here);
        try {
          Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
