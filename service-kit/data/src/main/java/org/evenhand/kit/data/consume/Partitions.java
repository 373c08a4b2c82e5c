package org.evenhand.kit.data.consume;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Where one consumer stands: position and generation per partition. Both are in the committed
 * offset (the generation as its metadata), so that the next owner of the partition knows whether it
 * was rewound since.
 */
final class Partitions implements ConsumerRebalanceListener {

  private static final Logger LOG = Logger.getLogger(Partitions.class);
  private static final long UNKNOWN = -1;

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> generations = new HashMap<>();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private boolean paused;

  Partitions(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    consumer
        .committed(Set.copyOf(assigned))
        .forEach(
            (partition, offset) -> {
              generations.put(partition, offset == null ? UNKNOWN : generation(offset.metadata()));
              if (offset != null) {
                committed.put(partition, offset.offset());
              }
            });
    if (paused) {
      consumer.pause(assigned);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    generations.keySet().removeAll(revoked);
    committed.keySet().removeAll(revoked);
  }

  /**
   * The one generation of these partitions.
   *
   * @throws RewoundException when they differ: then the older ones have been rewound
   */
  long generation(Set<TopicPartition> partitions) {
    List<Long> distinct = partitions.stream().map(this::generation).distinct().sorted().toList();
    if (distinct.size() > 1) {
      throw new RewoundException(distinct.get(distinct.size() - 1));
    }
    return distinct.get(0);
  }

  boolean olderThan(long generation) {
    return consumer.assignment().stream().anyMatch(each -> generation(each) != generation);
  }

  /** Partitions of an older generation start over. Answers which ones. */
  Set<TopicPartition> rewind(long generation) {
    Set<TopicPartition> older =
        consumer.assignment().stream()
            .filter(each -> generation(each) != generation)
            .collect(java.util.stream.Collectors.toSet());
    consumer.seekToBeginning(older);
    older.forEach(
        partition -> {
          generations.put(partition, generation);
          committed.remove(partition);
        });
    commit();
    return older;
  }

  /** Goes back to the first record that isn't done, so that the next poll brings it again. */
  void seekBack(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> through) {
    for (TopicPartition partition : records.partitions()) {
      if (consumer.assignment().contains(partition)) {
        long first = records.records(partition).get(0).offset();
        consumer.seek(partition, through.getOrDefault(partition, first));
      }
    }
  }

  /** A paused consumer goes on polling, which keeps it in its group, and gets no records. */
  void pause() {
    paused = true;
    consumer.pause(consumer.assignment());
  }

  void resume() {
    paused = false;
    consumer.resume(consumer.assignment());
  }

  boolean paused() {
    return paused;
  }

  /** Losing a commit is harmless: the inbox skips the records that come again. */
  void commit() {
    Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      long generation = generation(partition);
      long position = consumer.position(partition);
      if (generation != UNKNOWN && !Long.valueOf(position).equals(committed.get(partition))) {
        moved.put(partition, new OffsetAndMetadata(position, Long.toString(generation)));
      }
    }
    if (moved.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(moved);
      moved.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    } catch (KafkaException e) {
      LOG.infof("offsets not committed: %s", e.getClass().getSimpleName());
    }
  }

  private long generation(TopicPartition partition) {
    return generations.getOrDefault(partition, UNKNOWN);
  }

  static long generation(String metadata) {
    try {
      return Long.parseLong(metadata);
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }
}
