package org.evenhand.kit.data.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.web.answer.SafeFailure;
import org.jboss.logging.Logger;

/**
 * Takes the records of one poll: all in one transaction, or, when that fails for a reason that
 * stays, one by one, so that only the culprit becomes a dead letter.
 */
final class Records {

  private static final Logger LOG = Logger.getLogger(Records.class);

  private final EventHandler handler;
  private final BatchTransaction transaction;
  private final DeadLetters deadLetters;
  private final LoopStatus status;
  private final BooleanSupplier stopping;

  Records(
      EventHandler handler,
      BatchTransaction transaction,
      DeadLetters deadLetters,
      LoopStatus status,
      BooleanSupplier stopping) {
    this.handler = handler;
    this.transaction = transaction;
    this.deadLetters = deadLetters;
    this.status = status;
    this.stopping = stopping;
  }

  /**
   * Throws failures that pass by themselves, after noting which records are done.
   *
   * @param through the offset after the last record that is through, per partition
   */
  void take(
      ConsumerRecords<byte[], byte[]> records, long generation, Map<TopicPartition, Long> through) {
    List<ReceivedEvent> events = new ArrayList<>(records.count());
    try {
      records.forEach(entry -> events.add(CloudEventHeaders.read(entry)));
      int fresh = transaction.apply(events, generation);
      LOG.debugf("%s: %d records, %d new", handler.topic(), events.size(), fresh);
    } catch (RuntimeException e) {
      if (passes(e)) {
        throw e;
      }
      LOG.infof("%s: a batch failed, taking its records one by one", handler.topic());
      records.forEach(entry -> takeOne(entry, generation, through));
    }
  }

  private void takeOne(
      ConsumerRecord<byte[], byte[]> entry, long generation, Map<TopicPartition, Long> through) {
    try {
      int fresh = transaction.apply(List.of(CloudEventHeaders.read(entry)), generation);
      LOG.tracef("%s@%d, %d new", entry.topic(), entry.offset(), fresh);
    } catch (RuntimeException e) {
      if (passes(e)) {
        throw e;
      }
      setAside(entry, e);
    }
    through.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1);
  }

  private void setAside(ConsumerRecord<byte[], byte[]> entry, RuntimeException e) {
    deadLetters.add(entry, e);
    status.refused();
    LOG.errorf(
        e instanceof RefusedEvent ? null : SafeFailure.of(e),
        "dead letter: %s-%d@%d of %s: %s",
        entry.topic(),
        entry.partition(),
        entry.offset(),
        handler.group(),
        DeadLetters.cause(e));
  }

  /** A failure during shutdown says nothing about the record, which comes again after the start. */
  private boolean passes(RuntimeException e) {
    return e instanceof RewoundException || stopping.getAsBoolean() || Failures.infrastructure(e);
  }
}
