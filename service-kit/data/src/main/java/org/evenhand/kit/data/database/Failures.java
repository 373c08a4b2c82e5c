package org.evenhand.kit.data.database;

import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure means. Infrastructure that is away comes back, so it is waited for. A stale
 * version is for the client to resolve. Anything else is a fault of the input or of the program.
 */
public final class Failures {

  private Failures() {}

  /** True when the same work will succeed later, without anybody changing anything. */
  public static boolean infrastructure(Throwable failure) {
    return causes(failure).anyMatch(Failures::away);
  }

  public static boolean staleVersion(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof OptimisticLockException || cause instanceof StaleStateException);
  }

  /** True when a unique key has accepted another row at the same moment. */
  public static boolean sameAtOnce(Throwable failure) {
    return failedWith(failure, "23505");
  }

  /**
   * True when PostgreSQL ended the work because it collided with others on the same rows:
   * serialization, deadlock, lock timeout.
   */
  public static boolean contention(Throwable failure) {
    return failedWith(failure, "40001", "40P01", "55P03");
  }

  private static boolean failedWith(Throwable failure, String... states) {
    return sqlState(failure).filter(Set.of(states)::contains).isPresent();
  }

  /** The SQLSTATE of a failed statement, whichever driver ran it. */
  public static Optional<String> sqlState(Throwable failure) {
    return causes(failure).map(Failures::stateOf).flatMap(Optional::stream).findFirst();
  }

  /** Class names and SQLSTATE. Never a message: PostgreSQL quotes the row in it. */
  public static String withoutContent(Throwable failure) {
    Throwable root = causes(failure).reduce((first, last) -> last).orElse(failure);
    String name = root.getClass().getSimpleName();
    return sqlState(failure).map(state -> name + ", SQLSTATE " + state).orElse(name);
  }

  private static boolean away(Throwable cause) {
    if (cause instanceof DependencyAway
        || cause instanceof KafkaException
        || cause instanceof ClosedChannelException
        || cause instanceof java.net.SocketException
        || cause instanceof java.net.UnknownHostException
        || cause instanceof java.net.SocketTimeoutException
        || cause instanceof TimeoutException
        || cause instanceof io.vertx.sqlclient.ClosedConnectionException) {
      return true;
    }
    Optional<String> state = stateOf(cause);
    if (state.isPresent()) {
      return retryable(state.get());
    }
    return lostConnection(cause);
  }

  /**
   * 08 connection; 53 resources; 57P admin shutdown, crash, starting up; 40 serialization and
   * deadlock; 55P03 lock timeout; 25006 read-only, a standby after a failover.
   */
  private static boolean retryable(String state) {
    return Stream.of("08", "53", "57", "40", "55P03", "25006").anyMatch(state::startsWith);
  }

  /** Vert.x has no type for these, only a text. */
  private static boolean lostConnection(Throwable cause) {
    if (!(cause instanceof io.vertx.core.VertxException
        || cause instanceof io.vertx.core.impl.NoStackTraceThrowable
        || cause instanceof IOException
        || cause instanceof IllegalStateException)) {
      return false;
    }
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("connection") && !message.contains("transaction")
        || message.contains("timeout");
  }

  private static Optional<String> stateOf(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return Optional.ofNullable(sql.getSQLState());
    }
    if (cause instanceof io.vertx.sqlclient.DatabaseException database) {
      return Optional.ofNullable(database.getSqlState());
    }
    return Optional.empty();
  }

  private static Stream<Throwable> causes(@Nullable Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
