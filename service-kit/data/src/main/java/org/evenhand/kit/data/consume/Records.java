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
 * stays, in halves down to the culprit. So it alone becomes a dead letter, and the others, which
 * may be hundreds, cost a few transactions and not one each.
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
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(records.count());
    records.forEach(all::add);
    take(all, generation, through);
  }

  private void take(
      List<ConsumerRecord<byte[], byte[]>> records,
      long generation,
      Map<TopicPartition, Long> through) {
    try {
      int fresh =
          transaction.apply(records.stream().map(CloudEventHeaders::read).toList(), generation);
      LOG.debugf("%s: %d records, %d new", handler.topic(), records.size(), fresh);
    } catch (RuntimeException e) {
      if (passes(e)) {
        throw e;
      }
      if (records.size() > 1) {
        int half = records.size() / 2;
        take(records.subList(0, half), generation, through);
        take(records.subList(half, records.size()), generation, through);
        return;
      }
      setAside(records.get(0), e);
    }
    records.forEach(
        entry ->
            through.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1));
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
