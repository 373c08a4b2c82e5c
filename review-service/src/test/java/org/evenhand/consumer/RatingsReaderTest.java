package org.evenhand.consumer;

import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.lines;
import static org.evenhand.review.Hris.post;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The consumer of the catalogue, beside the service whose events it reads. */
@QuarkusTest
class RatingsReaderTest {

  private static final String TOPIC = "evenhand.ratings";
  private static final String CYCLE = "read-once";

  private final Map<String, Integer> read = new HashMap<>();
  private Connection database;

  @BeforeEach
  void tables() throws Exception {
    database =
        DriverManager.getConnection(
            PostgresResource.server().jdbcUrl(), PostgresServer.USER, PostgresServer.USER);
    try (var statement = database.createStatement()) {
      statement.execute("create schema consumer; set search_path to consumer");
      statement.execute(RatingsReader.TABLES);
    }
  }

  @AfterEach
  void end() throws Exception {
    database.rollback();
    database.setAutoCommit(true);
    database.createStatement().execute("drop schema consumer cascade");
    database.close();
  }

  @Test
  void countsEachRatingOnceWhateverComesAgain() throws Exception {
    takeIn(hire("READ1", "", "board"), hire("READ2", "READ1", "care"));
    importRatings(2, 3).then().body("created", equalTo(2));
    told(2);
    read("first");
    assertEquals(Map.of(2, 1, 3, 1), counts());

    sendAgain();
    importRatings(3, 3).then().body("changed", equalTo(1));
    told(5);
    read("first");
    assertEquals(Map.of(2, 0, 3, 2), counts());

    // As after a kill between the effect and the offsets: another group begins at the beginning.
    read("second");
    assertEquals(Map.of(2, 0, 3, 2), counts());
  }

  /** Reads on to the end of the topic; how far the group was is known to Kafka, and here. */
  private void read(String group) throws Exception {
    var settings = RatingsReader.settings(KafkaResource.broker().bootstrapServers(), group);
    int end = Events.ofTest().all(TOPIC).size();
    try (RatingsReader reader = new RatingsReader(settings, database)) {
      while (read.getOrDefault(group, 0) < end) {
        read.merge(group, reader.read(Duration.ofSeconds(1)), Integer::sum);
      }
    }
  }

  private static void told(int records) {
    Events.ofTest().await(TOPIC, records, record -> record.value().contains(CYCLE));
  }

  /** What a relay does that died before it knew that Kafka had committed. */
  private static void sendAgain() {
    for (var record : Events.ofTest().all(TOPIC)) {
      if (record.value().contains(CYCLE)) {
        Events.ofTest()
            .publish(
                new ProducerRecord<>(TOPIC, null, record.key(), record.value(), record.headers()));
      }
    }
  }

  private static Response importRatings(int first, int second) {
    return post(
        "/v1/rating-imports",
        lines(
            "externalId,cycle,periodStart,periodEnd,ordinal,label,scaleSize",
            row("READ1", first),
            row("READ2", second)));
  }

  private static String row(String externalId, int ordinal) {
    return "%s,%s,2013-04-01,2014-03-31,%d,%s,3"
        .formatted(externalId, CYCLE, ordinal, ordinal == 2 ? "Met" : "Exceeded");
  }

  private Map<Integer, Integer> counts() throws Exception {
    Map<Integer, Integer> counts = new TreeMap<>();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select ordinal, people from rating_count where cycle = '" + CYCLE + "'")) {
      while (rows.next()) {
        counts.put(rows.getInt(1), rows.getInt(2));
      }
    }
    return counts;
  }
}
