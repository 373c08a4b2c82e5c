package org.evenhand.kit.data.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.data.testapp.CountingHandler;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A relay in a process of its own gets SIGKILL. It works in a schema of its own, so that the
 * service's relay leaves its rows alone; they share the lock's key but not the database's.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class RelayCrashTest {

  private static final int EVENTS = 120;
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject Database database;

  private final String subject = UUID.randomUUID().toString();
  private String crashUrl;

  @BeforeEach
  void ownDatabase() throws Exception {
    if (database.rows("select 1 from pg_database where datname = 'crash'").isEmpty()) {
      database.execute("create database crash");
    }
    crashUrl = PostgresResource.server().jdbcUrl().replace("/postgres", "/crash");
    String script =
        new String(
            getClass().getResourceAsStream("/db/kit/V202611220001__outbox.sql").readAllBytes(),
            StandardCharsets.UTF_8);
    try (var connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("drop table if exists outbox");
      statement.execute(script);
      for (int i = 1; i <= EVENTS; i++) {
        statement.execute(insert(i));
      }
    }
  }

  @Test
  void killedBetweenCommitAndSendTheEventsAreSentByTheNext() throws Exception {
    killAt("read");
    assertEquals(EVENTS, waiting());

    finish();
    List<ConsumerRecord<String, String>> arrived = arrived();
    assertEquals(sequences(), arrived.stream().map(RelayCrashTest::sequence).toList());
    awaitCountedOnce();
  }

  @Test
  void killedBetweenSendAndDeleteTheEventsComeAgainAndCountOnce() throws Exception {
    killAt("sent");
    assertEquals(EVENTS, waiting());

    finish();
    List<ConsumerRecord<String, String>> arrived = arrived();
    assertTrue(arrived.size() > EVENTS, "the first batch comes twice");
    assertEquals(
        EVENTS, arrived.stream().map(each -> Events.header(each, "ce_id")).distinct().count());
    assertEquals(sequences(), arrived.stream().map(RelayCrashTest::sequence).distinct().toList());
    awaitCountedOnce();
  }

  @Test
  void killedAfterTheDeleteNothingComesAgain() throws Exception {
    killAt("deleted");

    finish();
    assertEquals(EVENTS, arrived().size());
    awaitCountedOnce();
  }

  @Test
  void oneRelayLeadsAndTheNextTakesOverWhenItDies() throws Exception {
    Process leader = start("sent");
    try {
      awaitLine(leader, "AT sent");
      RelayLoop next =
          CrashingRelay.relay(crashUrl, KafkaResource.broker().bootstrapServers(), new Silent());
      Thread thread = new Thread(next);
      thread.start();
      Thread.sleep(1_500);
      assertEquals(EVENTS, waiting(), "the second one waits for the lock");

      leader.destroyForcibly().waitFor();
      await().atMost(SOON).until(() -> waiting() == 0);
      next.stop();
      thread.join();
    } finally {
      leader.destroyForcibly();
    }
  }

  private void killAt(String step) throws Exception {
    Process relay = start(step);
    try {
      awaitLine(relay, "AT " + step);
    } finally {
      // SIGKILL: no shutdown hook, no close.
      relay.destroyForcibly().waitFor();
    }
  }

  private Process start(String step) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingRelay.class.getName(),
            crashUrl,
            KafkaResource.broker().bootstrapServers(),
            step)
        .redirectErrorStream(true)
        .start();
  }

  private static void awaitLine(Process process, String wanted) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.equals(wanted)) {
        return;
      }
    }
    throw new AssertionError("the relay ended: " + said);
  }

  private void finish() throws Exception {
    RelayLoop next =
        CrashingRelay.relay(crashUrl, KafkaResource.broker().bootstrapServers(), new Silent());
    Thread thread = new Thread(next);
    thread.start();
    await().atMost(SOON).until(() -> waiting() == 0);
    next.stop();
    thread.join();
  }

  private List<ConsumerRecord<String, String>> arrived() {
    return Events.ofTest().await(CountingHandler.TOPIC, EVENTS, each -> each.key().equals(subject));
  }

  private void awaitCountedOnce() {
    await()
        .atMost(SOON)
        .until(
            () ->
                database.number(
                        "select coalesce(max(last), 0) from counted where subject = ?", subject)
                    == EVENTS);
    assertEquals(
        EVENTS, database.number("select events::bigint from counted where subject = ?", subject));
  }

  private long waiting() throws Exception {
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery("select count(*) from outbox")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private java.sql.Connection connect() throws java.sql.SQLException {
    return java.sql.DriverManager.getConnection(crashUrl, "postgres", "postgres");
  }

  private String insert(int sequence) {
    return """
    insert into outbox (aggregatetype, aggregateid, type, payload, topic, key, event_id, source,
      sequence, time, dataschema) values ('thing', '%1$s', 'org.evenhand.thing.counted.v1',
      '{"weight":1}', '%2$s', '%1$s', gen_random_uuid(), '/crash', %3$d, now(), 'none')
    """
        .formatted(subject, CountingHandler.TOPIC, sequence);
  }

  private static List<Long> sequences() {
    return LongStream.rangeClosed(1, EVENTS).boxed().toList();
  }

  private static Long sequence(ConsumerRecord<String, String> event) {
    return Long.valueOf(Events.header(event, "ce_sequence"));
  }

  private static final class Silent implements RelayProbe {
    @Override
    public void read(List<OutboxRow> oldest) {}

    @Override
    public void sent(List<OutboxRow> rows) {}

    @Override
    public void deleted(List<OutboxRow> rows) {}
  }
}
