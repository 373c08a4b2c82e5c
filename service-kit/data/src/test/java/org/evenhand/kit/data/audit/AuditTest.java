package org.evenhand.kit.data.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class AuditTest {

  @Inject Audit audit;
  @Inject AuditSeals seals;
  @Inject AuditVerification verification;
  @Inject VerifyAudit command;
  @Inject Database database;

  private final UUID first = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private final UUID second = UUID.fromString("00000000-0000-7000-8000-000000000002");

  @BeforeEach
  void threeEntriesOfTwoThingsSealed() throws SQLException {
    database.execute("truncate audit, audit_head, audit_seal, audit_seal_head");
    record(first, "opened", null);
    record(first, "named", Map.of("name", "lamp", "by", "Jane"));
    seals.sealAll();
    record(first, "closed", null);
    record(second, "opened", Map.of("name", "desk"));
    seals.sealAll();
  }

  @Test
  void aTrailTellsWhatHappenedInOrder() {
    assertEquals(
        List.of("1 opened null", "2 named {\"by\":\"Jane\",\"name\":\"lamp\"}", "3 closed null"),
        trail(first));
  }

  @Test
  void manyEntriesAtOnceContinueEachItsOwnChain() throws SQLException {
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      entries.add(new AuditEntry("thing", first, "a" + i, Map.of("to", "größer \"" + i)));
      entries.add(new AuditEntry("thing", second, "b" + i, null));
      entries.add(new AuditEntry("thing", UUID.randomUUID(), "opened", null));
    }

    database.inTransaction(session -> audit.record(session, "E1", entries));

    assertEquals(603, trail(first).size());
    assertEquals("4 a0 {\"to\":\"größer \\\"0\"}", trail(first).get(3));
    assertEquals("603 a599 {\"to\":\"größer \\\"599\"}", trail(first).get(602));
    assertEquals("601 b599 null", trail(second).get(600));
    assertEquals(List.of(), verification.verify(null).findings());
  }

  @Test
  void anUntouchedAuditIsIntact() throws SQLException {
    var report = verification.verify(null);

    assertEquals(List.of(), report.findings());
    assertEquals(4, report.entries());
    assertEquals(2, report.seals());
    assertEquals(0, command.run(List.of()));
  }

  @Test
  void whatIsNotSealedYetIsIntactToo() throws SQLException {
    record(second, "closed", null);

    assertTrue(verification.verify(null).intact());
  }

  @Test
  void erasedContentLeavesTheChainWhole() throws SQLException {
    database.execute("update audit set content = null, salt = null where action = 'named'");

    assertEquals(List.of(), verification.verify(null).findings());
  }

  @Test
  void writersOfOneChainAtTheSameMomentMakeOneChain() throws Exception {
    UUID busy = UUID.randomUUID();
    List<Thread> writers =
        IntStream.range(0, 8)
            .mapToObj(
                writer ->
                    new Thread(
                        () -> IntStream.range(0, 10).forEach(i -> record(busy, "a" + i, null))))
            .toList();
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }

    assertEquals(80, trail(busy).size());
    assertTrue(verification.verify(null).intact());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit set action = 'forged' where sequence = 1 and aggregate_id = '%1$s'",
        "update audit set actor = 'somebody' where sequence = 3",
        "update audit set at = at + interval '1 microsecond' where sequence = 2",
        "update audit set content = replace(content, 'lamp', 'lump') where action = 'named'",
        "update audit set salt = null where action = 'named'",
        "delete from audit where sequence = 2",
        "delete from audit where sequence = 3",
        "delete from audit where aggregate_id = '%1$s'",
        "delete from audit_head where aggregate_id = '%1$s'",
        "with gone as (delete from audit where aggregate_id = '%2$s')"
            + " delete from audit_head where aggregate_id = '%2$s'",
        "update audit set sequence = 4 - sequence + 100 where aggregate_id = '%1$s'",
        "with gone as (delete from audit_seal_head where seal = 1)"
            + " delete from audit_seal where id = 1",
        "delete from audit_seal_head where seal = 2",
        "update audit_seal set sealed_at = sealed_at + interval '1 hour' where id = 1"
      })
  void whatWasTouchedIsFound(String tampering) throws SQLException {
    database.execute("alter table audit_seal_head drop constraint audit_seal_head_seal_fkey");
    try {
      database.execute(tampering.formatted(first, second));

      var report = verification.verify(null);
      assertTrue(!report.intact(), tampering);
      assertEquals(1, command.run(List.of()));
    } finally {
      database.execute("truncate audit, audit_head, audit_seal, audit_seal_head");
      database.execute(
          "alter table audit_seal_head add constraint audit_seal_head_seal_fkey"
              + " foreign key (seal) references audit_seal (id)");
    }
  }

  @Test
  void aCleanCutOfTheEndIsFoundWithTheSealFromTheLog() throws SQLException {
    var last = database.rows("select id, hash from audit_seal order by id desc limit 1").get(0);
    String known = last.get(0) + ":" + HexFormat.of().formatHex((byte[]) last.get(1));
    assertTrue(verification.verify(known).intact());

    database.execute("delete from audit_seal_head where seal = 2");
    database.execute("delete from audit_seal where id = 2");
    database.execute("delete from audit where sequence = 3 or aggregate_id = ?", second);
    database.execute("delete from audit_head where aggregate_id = ?", second);
    database.execute(
        "update audit_head h set sequence = 2, sealed = 2, hash = a.hash from audit a"
            + " where a.sequence = 2 and a.aggregate_id = h.aggregate_id");

    assertTrue(verification.verify(null).intact(), "nothing inside gives it away");
    assertEquals(
        List.of("the seal " + known + " is not there"), verification.verify(known).findings());
  }

  /** What happened to a thing, in its order. */
  private List<String> trail(UUID id) {
    return database
        .rows(
            "select sequence, action, content from audit"
                + " where aggregate_type = 'thing' and aggregate_id = ? order by sequence",
            id)
        .stream()
        .map(row -> "%s %s %s".formatted(row.toArray()))
        .toList();
  }

  private void record(UUID id, String action, Object content) {
    database.inTransaction(session -> audit.record(session, "thing", id, action, "E1", content));
  }
}
