package org.evenhand.local.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Every record of every topic: keys, headers and values, of aborted transactions too. */
public final class Topics {
  private static final Duration POLL = Duration.ofMillis(200);

  private Topics() {}

  public static List<Sighting> search(String kafka, Canaries canaries) {
    try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
      Collection<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .filter(each -> !each.topic().startsWith("__"))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Sighting> seen = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(each -> search(each, canaries).forEach(seen::add));
      }
      return seen;
    }
  }

  private static Stream<Sighting> search(ConsumerRecord<String, String> entry, Canaries canaries) {
    String place =
        "%s, partition %d, offset %d, ".formatted(entry.topic(), entry.partition(), entry.offset());
    Stream<Sighting> headers =
        StreamSupport.stream(entry.headers().spliterator(), false)
            .flatMap(each -> canaries.in(place + "the header " + each.key(), text(each)));
    return Stream.of(
            canaries.in(place + "the key", orEmpty(entry.key())),
            headers,
            canaries.in(place + "the value", orEmpty(entry.value())))
        .flatMap(each -> each);
  }

  private static String text(Header header) {
    return header.value() == null ? "" : new String(header.value(), UTF_8);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static KafkaConsumer<String, String> consumer(String kafka) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_uncommitted",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
