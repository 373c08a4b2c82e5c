package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import org.evenhand.kit.data.database.Rows;
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

  /** For those who count: any number of them at a time. */
  public static Uni<Void> counting(Mutiny.Session session) {
    return lock(session, "pg_advisory_xact_lock_shared");
  }

  /** For those who change what the counts are worked out from. */
  public static Uni<Void> alone(Mutiny.Session session) {
    return lock(session, "pg_advisory_xact_lock");
  }

  private static Uni<Void> lock(Mutiny.Session session, String function) {
    String sql = "select 1 from (select " + function + "(" + KEY + ")) locked";
    return Rows.of(session, sql).run();
  }
}
