package org.evenhand.kit.data.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.pgclient.PgException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailuresTest {

  record Told(Throwable failure, CommonProblem as) {}

  static Stream<Told> told() {
    return Stream.of(
        new Told(pg("40P01"), CommonProblem.BUSY),
        new Told(pg("40001"), CommonProblem.BUSY),
        new Told(pg("55P03"), CommonProblem.BUSY),
        new Told(
            new CompletionException(new LockAcquisitionException("", sql("40P01"), "")),
            CommonProblem.BUSY),
        new Told(new LockTimeoutException("", sql("55P03")), CommonProblem.BUSY),
        new Told(pg("57P01"), CommonProblem.DEPENDENCY_UNAVAILABLE),
        new Told(sql("08006"), CommonProblem.DEPENDENCY_UNAVAILABLE),
        new Told(new DependencyAway("it"), CommonProblem.DEPENDENCY_UNAVAILABLE),
        new Told(pg("23505"), CommonProblem.PRECONDITION_FAILED),
        new Told(new OptimisticLockException(), CommonProblem.PRECONDITION_FAILED));
  }

  @ParameterizedTest
  @MethodSource("told")
  void aFailureThatPassesByItselfOrThatTheClientCanSolveIsToldAsThat(Told told) {
    assertEquals(Optional.<ProblemType>of(told.as()), type(told.failure()));
  }

  @Test
  void anyOtherIsOurs() {
    assertEquals(Optional.empty(), type(pg("42601")));
    assertEquals(Optional.empty(), type(sql("23503")));
    assertEquals(Optional.empty(), type(new IllegalStateException("no")));
  }

  private static Optional<ProblemType> type(Throwable failure) {
    return new DatabaseFailures().problem(failure).map(Problem::type);
  }

  private static Throwable pg(String state) {
    return new PgException("", "ERROR", state, "");
  }

  private static SQLException sql(String state) {
    return new SQLException("", state);
  }
}
