package org.evenhand.gateway.feed;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Reads pages, one at a time, wherever their readers are. */
final class RecordReader implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration WAIT = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private Set<Uuid> topics = Set.of();

  RecordReader(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * Less than a full page when most records are passed over, or when it takes long. It ends where
   * the topics ended when they were looked at.
   */
  Page read(Position from, Selection selection, PageSize size) {
    Position to = from.copy();
    PageInMaking page = new PageInMaking(selection, size);
    goTo(from);
    long began = System.nanoTime();
    try {
      while (!page.isFull() && to.isBehind() && System.nanoTime() - began < LONGEST.toNanos()) {
        take(consumer.poll(WAIT), page, to);
        // Also past what holds no record: the ends of transactions, and what was compacted away
        consumer.assignment().forEach(at -> to.advance(at, consumer.position(at)));
      }
    } catch (OffsetOutOfRangeException e) {
      throw Place.gone("Events behind this position were deleted.");
    }
    return new Page(from, page.events(), to);
  }

  /**
   * Where it is there already, what was fetched ahead stays of use, unless it is of a topic that
   * had the name before.
   */
  private void goTo(Position from) {
    Map<TopicPartition, Offset> next = from.next();
    if (!topics.equals(from.topics()) || !consumer.assignment().equals(next.keySet())) {
      consumer.unsubscribe();
      consumer.assign(next.keySet());
      next.forEach((partition, offset) -> consumer.seek(partition, offset.toSeek()));
      topics = from.topics();
      return;
    }
    next.forEach(
        (partition, offset) -> {
          if (consumer.position(partition) != offset.next()) {
            consumer.seek(partition, offset.toSeek());
          }
        });
  }

  private void take(ConsumerRecords<byte[], byte[]> polled, PageInMaking page, Position to) {
    for (TopicPartition partition : polled.partitions()) {
      for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
        if (page.isFull()) {
          consumer.seek(partition, record.offset());
          break;
        }
        page.take(record);
        to.advance(partition, CloudEvent.behind(record));
      }
    }
  }

  @Override
  public void close() {
    consumer.close(Duration.ZERO);
  }
}
