package org.evenhand.gateway.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.gateway.GatewayProblem;
import org.evenhand.kit.test.KafkaBroker;
import org.evenhand.kit.web.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a broker itself knows of the records and the settings of its topics. */
@Timeout(120)
class LostRecordsTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final KafkaBroker BROKER = KafkaBroker.started();
  private static final PublicTopics LISTED = new PublicTopics();
  private static final PublicTopic FACTS = topic(false);
  private static final PublicTopic CURRENT = topic(true);
  private static final Duration MONTH = Duration.ofDays(30);

  private static Kafka kafka;
  private static Topics topics;
  private static Reading reading;

  @BeforeAll
  static void begin() throws Exception {
    try (Admin admin = Admin.create(connection())) {
      Map<String, String> compacted =
          Map.of(
              "cleanup.policy", "compact", "delete.retention.ms", Long.toString(MONTH.toMillis()));
      admin
          .createTopics(
              List.of(
                  new NewTopic(FACTS.name(), 1, (short) 1),
                  new NewTopic(CURRENT.name(), 1, (short) 1).configs(compacted)))
          .all()
          .get();
    }
    kafka = new Kafka(connection());
    topics = new Topics(LISTED, kafka, FeedSettings.with(2), VERTX);
    reading = new Reading(topics, kafka, FeedSettings.with(2), Clock.systemUTC(), VERTX);
  }

  @AfterAll
  static void end() throws Exception {
    reading.forget();
    kafka.admin().close(Duration.ZERO);
    VERTX.close().toCompletionStage().toCompletableFuture().join();
    BROKER.close();
  }

  /**
   * The leader whose records were read is gone with the last of them, and the next one has taken
   * others at the same offsets.
   */
  @Test
  void otherRecordsAtTheOffsetsOfLostOnesAreNoSilentGap() throws Exception {
    publish(3);
    Page before = page(Optional.empty());
    assertEquals(3, before.events().size());
    Offset read = offset(before.to().cursor());
    assertTrue(read.epoch() >= 0, read.toString());

    BROKER.stop();
    BROKER.start();
    publish(4);
    reading.forget();
    Page after = page(Optional.of(before.to().cursor()));
    assertEquals(4, after.events().size());
    assertTrue(offset(after.to().cursor()).epoch() > read.epoch(), "a new leader");

    Cursor.Mark mark = before.to().cursor().marks().get(0);
    Cursor.Mark ofLost =
        new Cursor.Mark(
            mark.topic(), mark.id(), mark.since(), List.of(new Offset(5, read.epoch())));
    Cursor lost = new Cursor(before.to().cursor().selection(), List.of(ofLost));
    CompletionException failure =
        assertThrows(CompletionException.class, () -> page(Optional.of(lost)));
    Problem refusal = assertInstanceOf(Problem.class, failure.getCause());
    assertEquals(GatewayProblem.POSITION_GONE, refusal.type());
  }

  @Test
  void forHowLongTombstonesAreKeptIsWhatTheTopicSays() {
    TopicState current =
        answer(topics.now()).topics().stream()
            .filter(state -> state.topic().equals(CURRENT))
            .findFirst()
            .orElseThrow();
    assertEquals(MONTH, current.tombstones());
  }

  private static Page page(Optional<Cursor> after) {
    EventsQuery query =
        new EventsQuery(
            "caller",
            new Selection(List.of(FACTS), Set.of(), Set.of()),
            after,
            "after",
            PageSize.USUAL);
    return answer(reading.page(query, after));
  }

  private static <T> T answer(Future<T> asked) {
    return asked.toCompletionStage().toCompletableFuture().join();
  }

  private static Offset offset(Cursor cursor) {
    return cursor.marks().get(0).next().get(0);
  }

  private static void publish(int records) throws Exception {
    try (var producer =
        new KafkaProducer<>(connection(), new StringSerializer(), new StringSerializer())) {
      for (int i = 0; i < records; i++) {
        ProducerRecord<String, String> record = new ProducerRecord<>(FACTS.name(), "key", "{}");
        record.headers().add("ce_type", "t".getBytes(UTF_8));
        producer.send(record).get();
      }
    }
  }

  private static PublicTopic topic(boolean compacted) {
    return LISTED.all().stream()
        .filter(topic -> topic.compacted() == compacted)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> connection() {
    return Map.of("bootstrap.servers", BROKER.bootstrapServers());
  }
}
