package org.evenhand.kit.data.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.evenhand.kit.data.EventHandler;
import org.evenhand.kit.data.ReceivedEvent;
import org.evenhand.kit.data.RefusedEvent;
import org.evenhand.kit.data.database.Backoff;
import org.evenhand.kit.data.database.Failures;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls one topic for one handler, on a thread of its own.
 *
 * <p>Order of steps: the database commits effect and inbox, then Kafka the offsets. A crash between
 * the two brings records again, and the inbox skips them. What passes by itself is waited for, with
 * the partitions paused and the polls going on. What doesn't pass goes to the dead letters, alone.
 */
final class ConsumerLoop implements Runnable {

  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final EventHandler handler;
  private final Supplier<Consumer<byte[], byte[]>> clients;
  private final BatchTransaction transaction;
  private final DeadLetters deadLetters;
  private final ConsumeSettings settings;
  private final LoopStatus status;
  private final Backoff backoff;

  private volatile boolean stopping;
  private volatile @Nullable Consumer<byte[], byte[]> current;
  private long resumeAt;
  private long lookAt;

  ConsumerLoop(
      EventHandler handler,
      Supplier<Consumer<byte[], byte[]>> clients,
      BatchTransaction transaction,
      DeadLetters deadLetters,
      ConsumeSettings settings,
      LoopStatus status) {
    this.handler = handler;
    this.clients = clients;
    this.transaction = transaction;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.status = status;
    this.backoff = new Backoff(settings.longestPause());
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        transaction.begin();
        consume();
      } catch (WakeupException e) {
        LOG.debugf("%s is leaving %s", handler.group(), handler.topic());
      } catch (RuntimeException | Error e) {
        // Even an Error: a thread that ended here would leave a service that takes nothing in.
        LOG.errorf(e, "%s of %s starts again", handler.topic(), handler.group());
        pauseAfter(e);
      }
    }
  }

  void stop() {
    stopping = true;
    Consumer<byte[], byte[]> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  private void consume() {
    try (Consumer<byte[], byte[]> consumer = clients.get()) {
      current = consumer;
      Partitions partitions = new Partitions(consumer);
      consumer.subscribe(List.of(handler.topic()), partitions);
      while (!stopping) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(settings.poll());
        if (partitions.paused() && System.nanoTime() - resumeAt >= 0) {
          partitions.resume();
        }
        if (records.isEmpty()) {
          idle(partitions);
        } else {
          take(partitions, records);
        }
      }
    } finally {
      current = null;
    }
  }

  private void take(Partitions partitions, ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, Long> through = new HashMap<>();
    try {
      long generation = partitions.generation(records.partitions());
      takeAll(records, generation, through);
      partitions.commit();
      status.handled(records.count());
      status.running();
      backoff.reset();
    } catch (RewoundException e) {
      partitions.seekBack(records, through);
      partitions.rewind(e.generation());
    } catch (WakeupException e) {
      throw e;
    } catch (RuntimeException e) {
      partitions.seekBack(records, through);
      partitions.pause();
      resumeAt = System.nanoTime() + waitFor(e).toNanos();
    }
  }

  private void takeAll(
      ConsumerRecords<byte[], byte[]> records, long generation, Map<TopicPartition, Long> through) {
    List<ReceivedEvent> events = new ArrayList<>(records.count());
    try {
      records.forEach(entry -> events.add(CloudEventHeaders.read(entry)));
      int fresh = transaction.apply(events, generation);
      LOG.debugf("%s: %d records, %d new", handler.topic(), events.size(), fresh);
    } catch (RewoundException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Failures.infrastructure(e)) {
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
      LOG.tracef("%s@%d, %d new", handler.topic(), entry.offset(), fresh);
    } catch (RewoundException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Failures.infrastructure(e)) {
        throw e;
      }
      deadLetters.add(entry, e);
      status.refused();
      LOG.errorf(
          e instanceof RefusedEvent ? null : e,
          "dead letter: %s-%d@%d of %s: %s",
          entry.topic(),
          entry.partition(),
          entry.offset(),
          handler.group(),
          DeadLetters.cause(e));
    }
    through.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset() + 1);
  }

  /** Nothing came: look whether another instance has rewound the topic. */
  private void idle(Partitions partitions) {
    if (partitions.paused() || System.nanoTime() - lookAt < 0) {
      return;
    }
    lookAt = System.nanoTime() + BETWEEN_LOOKS.toNanos();
    try {
      long generation = transaction.generation();
      if (partitions.olderThan(generation)) {
        partitions.rewind(generation);
      }
      partitions.commit();
      status.running();
    } catch (WakeupException e) {
      throw e;
    } catch (RuntimeException e) {
      status.waiting(Failures.withoutContent(e));
    }
  }

  private Duration waitFor(Throwable e) {
    Duration pause = backoff.next();
    String reason = Failures.withoutContent(e);
    status.waiting(reason);
    LOG.warnf("%s waits %s: %s", handler.topic(), pause, reason);
    return pause;
  }

  private void pauseAfter(Throwable e) {
    if (stopping) {
      return;
    }
    try {
      Thread.sleep(waitFor(e).toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
