package org.evenhand.kit.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads one topic from its beginning and goes on from where it was: hundreds of tests ask for all
 * records of the same topics. It is not for several threads at once.
 */
final class TopicReading implements AutoCloseable {

  private static final Duration WAIT = Duration.ofMillis(100);

  private final String topic;
  private final KafkaConsumer<String, String> committed;
  private final KafkaConsumer<String, String> ahead;
  private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

  TopicReading(String bootstrapServers, String topic) {
    this.topic = topic;
    committed = consumer(bootstrapServers, "read_committed");
    ahead = consumer(bootstrapServers, "read_uncommitted");
  }

  /**
   * All committed records so far, in partition order. A producer's commit returns before its
   * markers are in every partition, so the end is that of what was sent at all: what is committed a
   * moment later is waited for.
   */
  List<ConsumerRecord<String, String>> all() {
    assign();
    Map<TopicPartition, Long> ends = ahead.endOffsets(committed.assignment());
    while (ends.entrySet().stream().anyMatch(e -> committed.position(e.getKey()) < e.getValue())) {
      committed.poll(WAIT).records(topic).forEach(records::add);
    }
    records.sort(Comparator.comparingInt(ConsumerRecord<String, String>::partition));
    return List.copyOf(records);
  }

  /** Again where the topic has come to be, or to have more partitions. */
  private void assign() {
    List<TopicPartition> partitions =
        committed.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    if (partitions.size() != committed.assignment().size()) {
      records.clear();
      committed.assign(partitions);
      committed.seekToBeginning(partitions);
    }
  }

  @Override
  public void close() {
    committed.close(Duration.ofSeconds(1));
    ahead.close(Duration.ofSeconds(1));
  }

  private static KafkaConsumer<String, String> consumer(String bootstrapServers, String isolation) {
    return new KafkaConsumer<>(
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
