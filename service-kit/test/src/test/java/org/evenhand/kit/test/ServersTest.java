package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class ServersTest {

  @Test
  void kafka_keeps_its_records_while_it_is_away() {
    try (var broker = KafkaBroker.started()) {
      var events = new Events(broker.bootstrapServers());
      events.publish("topic", "type", "/source", "subject", 1, "{}");
      broker.stop();
      broker.start();
      var records = events.await("topic", 1, r -> true);
      assertEquals("type", Events.header(records.get(0), "ce_type"));
    }
  }

  @Test
  void postgres_keeps_its_data_while_it_is_away() throws Exception {
    try (var server = PostgresServer.started()) {
      execute(server, "create table kept as select 42 as answer");
      server.stop();
      server.start();
      try (var connection =
              DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, "postgres");
          var result =
              connection.createStatement().executeQuery("select answer, version() from kept")) {
        result.next();
        assertEquals(42, result.getInt(1));
        assertEquals("PostgreSQL 18", result.getString(2).substring(0, 13));
      }
    }
  }

  private static void execute(PostgresServer server, String sql) throws Exception {
    try (var connection =
        DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, "postgres")) {
      connection.createStatement().execute(sql);
    }
  }
}
