package org.evenhand.local.events;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.evenhand.local.process.Trouble;
import org.jspecify.annotations.Nullable;

/** Shows a topic; called by deploy/local/events. */
public final class Events {
  private static final Duration POLL = Duration.ofMillis(300);
  private static final int FAILED = 1;

  /** Kept, because otherwise the logger and its level would be garbage-collected. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private final EventsOptions options;
  private final PrintStream out;

  private Events(EventsOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    KAFKA.setLevel(Level.OFF);
    try {
      run(List.of(arguments), System.getProperty("evenhand.kafka", "127.0.0.1:9092"), out);
    } catch (Trouble trouble) {
      out.println(trouble.sentence());
      System.exit(FAILED);
    }
  }

  static void run(List<String> arguments, String usualKafka, PrintStream out) {
    EventsOptions options = EventsOptions.parse(arguments, usualKafka);
    if (options.help()) {
      out.print(EventsOptions.HELP);
    } else {
      new Events(options, out).show();
    }
  }

  private void show() {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      Map<String, List<PartitionInfo>> topics = topics(consumer);
      @Nullable List<PartitionInfo> partitions = topics.get(options.topic());
      if (options.topic().isEmpty()) {
        topics.keySet().stream()
            .filter(name -> !name.startsWith("__"))
            .sorted()
            .forEach(out::println);
      } else if (partitions == null) {
        throw new Trouble("There is no topic " + options.topic() + " at " + options.kafka());
      } else {
        follow(
            consumer,
            partitions.stream().map(p -> new TopicPartition(p.topic(), p.partition())).toList());
      }
    }
  }

  private Map<String, List<PartitionInfo>> topics(KafkaConsumer<String, String> consumer) {
    try {
      return consumer.listTopics(Duration.ofSeconds(5));
    } catch (KafkaException e) {
      throw new Trouble(
          "Kafka doesn't answer at " + options.kafka() + "; is deploy/local/up running?", e);
    }
  }

  private void follow(
      KafkaConsumer<String, String> consumer, Collection<TopicPartition> partitions) {
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    if (options.fromBeginning()) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    long shown = 0;
    while (shown < options.max() && !(options.toEnd() && reached(consumer, ends))) {
      for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
        if (shown < options.max()) {
          out.println(EventLine.of(record));
          shown++;
        }
      }
    }
  }

  /** By position and not by count, because transaction markers take offsets too. */
  private static boolean reached(
      KafkaConsumer<String, String> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  private KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, options.kafka(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName(),
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName()));
  }
}
