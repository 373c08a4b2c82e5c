package org.evenhand.kit.data.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.evenhand.kit.data.database.Backoff;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.web.answer.SafeFailure;
import org.jboss.logging.Logger;

/** Term after term, until it is told to stop. */
final class RelayLoop implements Runnable {

  private static final Logger LOG = Logger.getLogger(RelayLoop.class);
  private static final Duration BETWEEN_ELECTIONS = Duration.ofSeconds(1);

  private final DataSource database;
  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Duration poll;
  private final int batch;
  private final RelayProbe probe;
  private final Backoff backoff;
  private final CountDownLatch stop = new CountDownLatch(1);

  RelayLoop(
      DataSource database,
      Supplier<Producer<byte[], byte[]>> producers,
      Duration poll,
      int batch,
      Duration longestPause,
      RelayProbe probe) {
    this.database = database;
    this.producers = producers;
    this.poll = poll;
    this.batch = batch;
    this.probe = probe;
    this.backoff = new Backoff(longestPause);
  }

  @Override
  public void run() {
    while (!stopped(Duration.ZERO)) {
      try (RelayTerm term = new RelayTerm(database, producers, probe)) {
        serve(term);
      } catch (SQLException | RuntimeException | Error e) {
        Duration pause = backoff.next();
        LOG.warnf("the relay waits %s: %s", pause, Failures.withoutContent(e));
        LOG.debug("the relay's failure", SafeFailure.of(e));
        if (stopped(pause)) {
          return;
        }
      }
    }
  }

  void stop() {
    stop.countDown();
  }

  private void serve(RelayTerm term) throws SQLException {
    while (!term.lead()) {
      if (stopped(BETWEEN_ELECTIONS)) {
        return;
      }
    }
    LOG.info("leading the relay");
    Duration pause = Duration.ZERO;
    while (!stopped(pause)) {
      int shipped = term.ship(batch);
      if (shipped > 0) {
        backoff.reset();
      }
      pause = shipped == batch ? Duration.ZERO : poll;
    }
  }

  private boolean stopped(Duration pause) {
    try {
      return stop.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
