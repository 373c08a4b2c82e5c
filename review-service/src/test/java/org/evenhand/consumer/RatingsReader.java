package org.evenhand.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Counts the ratings of {@code evenhand.ratings} by cycle and ordinal in a table of its own, each
 * event once, although Kafka may bring it again.
 *
 * <p>Kafka promises at least once. What makes it once: the highest sequence of each subject is kept
 * in the transaction of the effect, and the offsets are committed after it. Killed in between, the
 * next start gets the same records again and skips them. So an error needs no care either: let it
 * end the process, and start it again.
 */
public final class RatingsReader implements AutoCloseable {

  /** What it needs in its own database. */
  public static final String TABLES =
      """
      create table if not exists seen (source text, subject text, sequence bigint not null,
        primary key (source, subject));
      create table if not exists rating_count (cycle text, ordinal int, people int not null,
        primary key (cycle, ordinal));
      """;

  private static final String REMEMBER =
      """
      insert into seen values (?, ?, ?)
      on conflict (source, subject) do update set sequence = excluded.sequence
      where seen.sequence < excluded.sequence
      """;

  private static final String COUNT =
      """
      insert into rating_count values (?, ?, ?)
      on conflict (cycle, ordinal) do update set people = rating_count.people + excluded.people
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaConsumer<String, String> consumer;
  private final Connection database;

  /**
   * @param kafka where Kafka is, how to sign in, and the {@code group.id}
   */
  public RatingsReader(Map<String, Object> kafka, Connection database) throws SQLException {
    this.consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer());
    this.database = database;
    database.setAutoCommit(false);
    consumer.subscribe(List.of("evenhand.ratings"));
  }

  /** What a reader needs beside the address: whole transactions, from the beginning, by hand. */
  public static Map<String, Object> settings(String bootstrapServers, String group) {
    return Map.of(
        "bootstrap.servers", bootstrapServers,
        "group.id", group,
        "isolation.level", "read_committed",
        "auto.offset.reset", "earliest",
        "enable.auto.commit", "false");
  }

  /** Takes in what comes within a time, in one transaction; tells how many records came. */
  public int read(Duration patience) throws SQLException, JsonProcessingException {
    ConsumerRecords<String, String> records = consumer.poll(patience);
    for (ConsumerRecord<String, String> record : records) {
      if (isNew(record)) {
        count(record);
      }
    }
    database.commit();
    consumer.commitSync();
    return records.count();
  }

  private boolean isNew(ConsumerRecord<String, String> record) throws SQLException {
    try (PreparedStatement remember = database.prepareStatement(REMEMBER)) {
      remember.setString(1, header(record, "ce_source"));
      remember.setString(2, header(record, "ce_subject"));
      remember.setLong(3, Long.parseLong(header(record, "ce_sequence")));
      return remember.executeUpdate() == 1;
    }
  }

  private void count(ConsumerRecord<String, String> record)
      throws SQLException, JsonProcessingException {
    JsonNode rating = JSON.readTree(record.value());
    switch (header(record, "ce_type")) {
      case "org.evenhand.rating.recorded.v1", "org.evenhand.rating.shared.v1" ->
          count(rating, "ordinal", 1);
      case "org.evenhand.rating.revised.v1" -> {
        count(rating, "previousOrdinal", -1);
        count(rating, "ordinal", 1);
      }
      default -> {} // a type that came later
    }
  }

  private void count(JsonNode rating, String ordinal, int people) throws SQLException {
    try (PreparedStatement count = database.prepareStatement(COUNT)) {
      count.setString(1, rating.required("cycleKey").asText());
      count.setInt(2, rating.required(ordinal).asInt());
      count.setInt(3, people);
      count.executeUpdate();
    }
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
