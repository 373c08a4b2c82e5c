package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps those who count ratings and those who change what persons declared from missing each other:
 * a rating is counted under what its person has declared, and a declaration moves the ratings that
 * are counted. In parallel, each would overlook the other's uncommitted rows. Held until the end of
 * the transaction.
 */
public final class CountingLock {

  /** Any number; it only has to be the same for all who use it. */
  private static final long KEY = 7_301_846_512L;

  private CountingLock() {}

  /** Another one, which is held by whoever publishes for minutes. */
  private static final long PUBLISHING = 7_301_846_513L;

  /** For those who count: any number of them at a time. */
  public static Uni<Void> counting(Mutiny.Session session) {
    return lock(session, "pg_advisory_xact_lock_shared", KEY);
  }

  /** For those who change what the counts are worked out from. */
  public static Uni<Void> alone(Mutiny.Session session) {
    return lock(session, "pg_advisory_xact_lock", KEY);
  }

  /** For work that lasts, and for which no request is to wait; then as {@link #alone}. */
  public static Uni<Void> publishing(Mutiny.Session session) {
    return lock(session, "pg_advisory_xact_lock", PUBLISHING).chain(() -> alone(session));
  }

  /**
   * As {@link #alone}, for requests: each that waits holds a connection, and whoever asks often
   * enough has all of them.
   *
   * @throws org.evenhand.kit.web.problem.Problem 503 while something is being published
   */
  public static Uni<Void> aloneAtOnce(Mutiny.Session session) {
    return Rows.of(session, "select pg_try_advisory_xact_lock_shared(" + PUBLISHING + ") as free")
        .one(row -> row.flag("free"))
        .invoke(
            free -> {
              if (!free) {
                throw Problem.of(
                    CommonProblem.BUSY, "Figures are being published: that takes some minutes.");
              }
            })
        .chain(() -> alone(session));
  }

  private static Uni<Void> lock(Mutiny.Session session, String function, long key) {
    String sql = "select 1 from (select " + function + "(" + key + ")) locked";
    return Rows.of(session, sql).run();
  }
}
