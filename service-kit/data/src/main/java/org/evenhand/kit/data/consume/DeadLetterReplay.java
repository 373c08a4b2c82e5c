package org.evenhand.kit.data.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.kafka.KafkaClients;
import org.jboss.logging.Logger;

/**
 * Hands dead letters to their handler again, from where the last replay ended to what is there now.
 *
 * <p>An event that was overtaken by a later one of its subject is skipped, because events carry
 * state; on demand it is handed over nevertheless. One that fails again becomes a new dead letter.
 */
@ApplicationScoped
public class DeadLetterReplay {

  private static final Logger LOG = Logger.getLogger(DeadLetterReplay.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int BATCH = 100;

  private final Rewinding rewinding;
  private final ConsumerThreads threads;
  private final KafkaClients kafka;

  public DeadLetterReplay(Rewinding rewinding, ConsumerThreads threads, KafkaClients kafka) {
    this.rewinding = rewinding;
    this.threads = threads;
    this.kafka = kafka;
  }

  /** What became of the letters. */
  public record Outcome(int handled, int superseded, int refused) {
    Outcome plus(Outcome other) {
      return new Outcome(
          handled + other.handled, superseded + other.superseded, refused + other.refused);
    }
  }

  public Outcome run(String topic, boolean includeSuperseded) {
    return rewinding.handlersOf(topic).stream()
        .map(handler -> run(handler, includeSuperseded))
        .reduce(new Outcome(0, 0, 0), Outcome::plus);
  }

  private Outcome run(EventHandler handler, boolean includeSuperseded) {
    BatchTransaction transaction = threads.transaction(handler);
    transaction.begin();
    try (Consumer<byte[], byte[]> consumer = kafka.consumer(handler.group() + ".replay", BATCH)) {
      Map<TopicPartition, Long> ends = assign(consumer, DeadLetters.topic(handler));
      Outcome sum = new Outcome(0, 0, 0);
      while (!ends.keySet().stream().allMatch(each -> consumer.position(each) >= end(ends, each))) {
        for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
          if (letter.offset() < end(ends, partition)) {
            sum = sum.plus(replay(handler, transaction, letter, includeSuperseded));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
          }
        }
      }
      return sum;
    }
  }

  private Outcome replay(
      EventHandler handler,
      BatchTransaction transaction,
      ConsumerRecord<byte[], byte[]> letter,
      boolean includeSuperseded) {
    try {
      ReceivedEvent event = CloudEventHeaders.read(original(handler, letter));
      if (transaction.apply(List.of(event), transaction.generation()) > 0) {
        return new Outcome(1, 0, 0);
      }
      if (!includeSuperseded) {
        return new Outcome(0, 1, 0);
      }
      transaction.force(event);
      return new Outcome(1, 0, 0);
    } catch (RuntimeException e) {
      if (Failures.infrastructure(e)) {
        throw e;
      }
      threads.deadLetters(handler).add(letter, e);
      LOG.warnf("refused again: %s", DeadLetters.cause(e));
      return new Outcome(0, 0, 1);
    }
  }

  /** The record as it first came, so that the handler sees its own topic. */
  private static ConsumerRecord<byte[], byte[]> original(
      EventHandler handler, ConsumerRecord<byte[], byte[]> letter) {
    return new ConsumerRecord<>(
        handler.topic(),
        number(letter, DeadLetters.PARTITION),
        number(letter, DeadLetters.OFFSET),
        letter.timestamp(),
        TimestampType.CREATE_TIME,
        -1,
        -1,
        letter.key(),
        letter.value(),
        letter.headers(),
        java.util.Optional.empty());
  }

  private static int number(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null ? -1 : (int) Long.parseLong(new String(header.value(), UTF_8));
  }

  private static Map<TopicPartition, Long> assign(Consumer<byte[], byte[]> consumer, String topic) {
    Set<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(each -> new TopicPartition(topic, each.partition()))
            .collect(Collectors.toSet());
    consumer.assign(partitions);
    return consumer.endOffsets(partitions);
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }
}
