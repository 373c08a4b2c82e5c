package org.evenhand.gateway.feed;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Reads pages, one at a time, wherever their readers are. */
final class RecordReader implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration WAIT = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;

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
    goTo(from.next());
    long began = System.nanoTime();
    try {
      while (!page.isFull() && to.isBehind() && System.nanoTime() - began < LONGEST.toNanos()) {
        take(consumer.poll(WAIT), page);
        // Also past what holds no record: the ends of transactions, and what was compacted away
        consumer
            .assignment()
            .forEach(at -> to.advance(at.topic(), at.partition(), consumer.position(at)));
      }
    } catch (OffsetOutOfRangeException e) {
      throw Place.gone("Events behind this position were deleted.");
    }
    return new Page(from, page.events(), to);
  }

  /** Where it is there already, what was fetched ahead stays of use. */
  private void goTo(Map<TopicPartition, Long> next) {
    if (!consumer.assignment().equals(next.keySet())) {
      consumer.assign(next.keySet());
      next.forEach(consumer::seek);
      return;
    }
    next.forEach(
        (partition, offset) -> {
          if (consumer.position(partition) != offset) {
            consumer.seek(partition, offset);
          }
        });
  }

  private void take(ConsumerRecords<byte[], byte[]> polled, PageInMaking page) {
    for (TopicPartition partition : polled.partitions()) {
      for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
        if (page.isFull()) {
          consumer.seek(partition, record.offset());
          break;
        }
        page.take(record);
      }
    }
  }

  @Override
  public void close() {
    consumer.close(Duration.ZERO);
  }
}
