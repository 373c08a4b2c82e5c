package org.evenhand.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.evenhand.local.process.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KafkaNodeTest {
  private static final String RATINGS = "evenhand.ratings";
  private static final String CURRENT = "evenhand.current-ratings";
  private static final String DEAD = "evenhand.internal.ratings.analytics-service.dlq";
  private static final String DEAD_STATES = "evenhand.internal.norms.policy-service.dlq";

  @TempDir Path folder;

  @Test
  void itCreatesTheTopicsNoneByItselfAndKeepsRecordsOverARestart() throws Exception {
    int port = FreePorts.next();
    int controller = FreePorts.next();
    KafkaNode first = node(port, controller);
    first.launch();
    assertThat(first.ready()).isTrue();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.address()))) {
      Map<String, TopicDescription> topics =
          admin.describeTopics(List.of(RATINGS, CURRENT, DEAD)).allTopicNames().get();
      assertThat(topics.get(RATINGS).partitions()).hasSize(6);
      assertThat(topics.get(DEAD).partitions()).hasSize(1);
      assertThat(setting(admin, RATINGS, "retention.ms")).isEqualTo("-1");
      assertThat(setting(admin, RATINGS, "cleanup.policy")).isEqualTo("delete");
      assertThat(setting(admin, CURRENT, "cleanup.policy")).isEqualTo("compact");
      assertThat(setting(admin, CURRENT, "max.compaction.lag.ms")).isEqualTo("86400000");
      assertThat(setting(admin, CURRENT, "delete.retention.ms")).isEqualTo("2592000000");
      assertThat(setting(admin, DEAD, "retention.ms")).isEqualTo("-1");
      assertThat(setting(admin, DEAD_STATES, "retention.ms")).isEqualTo("2592000000");
      assertThat(broker(admin, "auto.create.topics.enable")).isEqualTo("false");
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", first.address()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(RATINGS, 0, "key", "kept")).get();
    }
    first.stop();

    KafkaNode second = node(port, controller);
    second.launch();
    assertThat(second.ready()).isTrue();
    assertThat(read(second.address())).extracting(ConsumerRecord::value).containsExactly("kept");
    assertThat(second.alive()).isTrue();
    second.stop();
  }

  private KafkaNode node(int port, int controller) {
    return new KafkaNode(folder.resolve("data"), folder.resolve("kafka.log"), port, controller);
  }

  private static Iterable<ConsumerRecord<String, String>> read(String address) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", address),
            new StringDeserializer(),
            new StringDeserializer())) {
      Set<TopicPartition> partition = Set.of(new TopicPartition(RATINGS, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      return consumer.poll(Duration.ofSeconds(20)).records(new TopicPartition(RATINGS, 0));
    }
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    return value(admin, new ConfigResource(ConfigResource.Type.TOPIC, topic), name);
  }

  private static String broker(Admin admin, String name) throws Exception {
    return value(admin, new ConfigResource(ConfigResource.Type.BROKER, "1"), name);
  }

  private static String value(Admin admin, ConfigResource resource, String name) throws Exception {
    Map<ConfigResource, Config> configs = admin.describeConfigs(List.of(resource)).all().get();
    return configs.get(resource).get(name).value();
  }
}
