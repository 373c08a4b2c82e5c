package org.evenhand.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.local.kafka.KafkaNode;
import org.evenhand.local.process.FreePorts;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EventsTest {
  @TempDir static Path folder;

  private static KafkaNode kafka;

  @BeforeAll
  static void start() {
    kafka =
        new KafkaNode(
            folder.resolve("data"),
            folder.resolve("kafka.log"),
            FreePorts.next(),
            FreePorts.next());
    kafka.launch();
    assertThat(kafka.ready()).isTrue();
  }

  @AfterAll
  static void stop() {
    kafka.stop();
  }

  @Test
  void committedRecordsAreShownAndAbortedOnesAreNot() {
    try (KafkaProducer<String, String> producer = producer()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("evenhand.cycles", 0, "a", "{\"n\":1}"));
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("evenhand.cycles", 0, "b", "{\"n\":2}"));
      producer.flush();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>("evenhand.cycles", 0, "c", null));
      producer.commitTransaction();
    }

    assertThat(lines("evenhand.cycles", "--from-beginning", "--to-end"))
        .containsExactly("0:0  a  -  -  {\"n\":1}", "0:4  c  -  -  (tombstone)");
    assertThat(lines("evenhand.cycles", "--from-beginning", "--max", "1")).hasSize(1);
    assertThat(lines("evenhand.cycles", "--to-end")).isEmpty();
  }

  @Test
  void withoutATopicTheTopicsAreListed() {
    assertThat(lines()).contains("evenhand.ratings").noneMatch(name -> name.startsWith("__"));
  }

  @Test
  void aTopicThatIsNotThereAndAKafkaThatIsAwayAreSaid() {
    assertThatThrownBy(() -> lines("evenhand.nope"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("There is no topic evenhand.nope");
    assertThatThrownBy(() -> lines("x", "--kafka", "127.0.0.1:1"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("Kafka doesn't answer at 127.0.0.1:1");
  }

  private static List<String> lines(String... arguments) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Events.run(
        List.of(arguments), kafka.address(), new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka.address(), "transactional.id", "test"),
        new StringSerializer(),
        new StringSerializer());
  }
}
