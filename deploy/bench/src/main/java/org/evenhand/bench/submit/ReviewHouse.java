package org.evenhand.bench.submit;

import java.sql.SQLException;
import java.time.Duration;
import org.evenhand.bench.Workbench;
import org.evenhand.bench.parts.CpuTime;
import org.evenhand.bench.parts.Parts;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.process.Trouble;

/** review-service behind the gateway, with a company whose reviews wait to be submitted. */
final class ReviewHouse {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_AGAIN_MILLIS = 20;
  private static final double NO_LONGER_FASTER = 1.03;

  private final Workbench bench;
  private final Parts parts;
  private final Company company;
  private final Submissions submissions;

  private ReviewHouse(Workbench bench, Parts parts, Company company, Submissions submissions) {
    this.bench = bench;
    this.parts = parts;
    this.company = company;
    this.submissions = submissions;
  }

  static ReviewHouse open(Workbench bench, Parts parts, int clients, long reviews)
      throws SQLException {
    parts.startServers();
    parts.start(parts.service("review", parts.ports().review()));
    parts.start(parts.gateway());
    bench.say("  preparing %,d reviews".formatted(reviews));
    Company company = new Company(parts);
    company.hire(reviews);
    return new ReviewHouse(
        bench, parts, company, new Submissions(parts.issuer(), parts.ports().gateway(), clients));
  }

  /** Gives a reviewer so many reports, and lets the other services know of them. */
  void lead(long reviewer, int reports) throws SQLException {
    company.lead(reviewer, reports);
  }

  /** The most chunks until the compilers are done with the code that matters. */
  static final int WARM_UP_CHUNKS = 8;

  /**
   * Warms up until a chunk is no longer clearly faster than the fastest before it.
   *
   * @return the next review
   */
  long warmUp(long from, long chunk) throws SQLException {
    double best = 0;
    long next = from;
    for (int i = 0; i < WARM_UP_CHUNKS; i++) {
      double rate = submit(next, next + chunk);
      next += chunk;
      bench.say("  warming up: %.0f/s".formatted(rate));
      if (rate < best * NO_LONGER_FASTER && i > 1) {
        break;
      }
      best = Math.max(best, rate);
    }
    return next;
  }

  Script capture(long review) throws Exception {
    submissions.signIn(review, review + 1);
    return new Capture(parts, bench.layout().log("postgres")).of(submissions, review);
  }

  CpuTime cpuTime() {
    return parts.cpuTime("review-service", "gateway");
  }

  /** Submissions per second. */
  double submit(long from, long to) throws SQLException {
    submissions.signIn(from, to);
    settle();
    return submissions.rate(from, to);
  }

  /** Waits until the relay has sent everything, and nothing is left to be written. */
  void settle() throws SQLException {
    awaitRelayed();
    company.checkpoint();
  }

  void checkpoint() throws SQLException {
    company.checkpoint();
  }

  void awaitRelayed() throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (waiting() > 0) {
      if (System.nanoTime() > deadline) {
        throw new Trouble("The relay has not sent everything after " + PATIENCE.toSeconds() + " s");
      }
      pause();
    }
  }

  long waiting() throws SQLException {
    return Sql.number(parts.database("review"), "select count(*) from outbox");
  }

  /** Removes the events that SQL alone has written, so that nobody sends them. */
  void dropEvents() throws SQLException {
    Sql.run(parts.database("review"), "truncate outbox");
  }

  long submitted() throws SQLException {
    return company.submitted();
  }

  long audited() throws SQLException {
    return Sql.number(
        parts.database("review"), "select count(*) from audit where aggregate_type = 'review'");
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("interrupted", e);
    }
  }
}
