package org.evenhand.kit.data.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.evenhand.kit.data.database.Backoff;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.web.answer.SafeFailure;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls one topic for one handler, on a thread of its own.
 *
 * <p>Order of steps: the database commits effect and inbox, then Kafka the offsets. A crash between
 * the two brings records again, and the inbox skips them. A failure that passes by itself is waited
 * for, with the partitions paused and the polls going on. A record with any other failure goes to
 * the dead letters, alone.
 */
final class ConsumerLoop implements Runnable {

  private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final EventHandler handler;
  private final Supplier<Consumer<byte[], byte[]>> clients;
  private final BatchTransaction transaction;
  private final Records records;
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
    this.settings = settings;
    this.status = status;
    this.records = new Records(handler, transaction, deadLetters, status, () -> stopping);
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
        // Even an Error is caught: if the thread ended, the service would silently consume nothing.
        LOG.errorf(SafeFailure.of(e), "%s of %s starts again", handler.topic(), handler.group());
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
        ConsumerRecords<byte[], byte[]> polled = consumer.poll(settings.poll());
        if (partitions.paused() && System.nanoTime() - resumeAt >= 0) {
          partitions.resume();
        }
        if (polled.isEmpty()) {
          idle(partitions);
        } else {
          take(partitions, polled);
        }
      }
    } finally {
      current = null;
    }
  }

  private void take(Partitions partitions, ConsumerRecords<byte[], byte[]> polled) {
    Map<TopicPartition, Long> through = new HashMap<>();
    try {
      long generation = partitions.generation(polled.partitions());
      records.take(polled, generation, through);
      partitions.commit();
      status.handled(polled.count());
      status.running();
      backoff.reset();
    } catch (RewoundException e) {
      partitions.seekBack(polled, through);
      partitions.rewind(e.generation());
    } catch (WakeupException e) {
      throw e;
    } catch (RuntimeException e) {
      partitions.seekBack(polled, through);
      partitions.pause();
      resumeAt = System.nanoTime() + waitFor(e).toNanos();
    }
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
