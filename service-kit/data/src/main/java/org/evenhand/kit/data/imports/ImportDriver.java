package org.evenhand.kit.data.imports;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.web.answer.SafeFailure;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does step after step for one kind, blocking its thread. A chunk that fails is taken row by row,
 * and the rows that fail alone are refused. Not for use by two threads.
 */
final class ImportDriver {

  private static final Logger LOG = Logger.getLogger(ImportDriver.class);
  private static final String UNEXPECTED =
      "could not be applied because of a fault on our side; it has been logged";

  private final ImportSteps steps;
  private final ImportHandler handler;
  private final int chunk;

  /** As the import stood whose chunk failed last. */
  private @Nullable OpenImport failed;

  ImportDriver(ImportSteps steps, ImportHandler handler, int chunk) {
    this.steps = steps;
    this.handler = handler;
    this.chunk = chunk;
  }

  /** Throws what is infrastructure: then the caller waits and comes again. */
  Step step() {
    try {
      return await(() -> steps.next(handler, open -> isWithinFailed(open) ? 1 : chunk));
    } catch (StepFailure failure) {
      if (Failures.infrastructure(failure)) {
        throw failure;
      }
      return recover(failure);
    }
  }

  private Step recover(StepFailure failure) {
    OpenImport open = failure.open();
    boolean applying = open.phase() == OpenImport.Phase.APPLY;
    if (applying && !isWithinFailed(open)) {
      failed = open;
      return Step.DONE;
    }
    Problem problem = problem(failure);
    return applying
        ? await(() -> steps.refuse(handler, open, problem.detail()))
        : await(() -> steps.fail(handler, open, problem));
  }

  /** Whether it stands in the chunk that failed; another import has nothing to do with that. */
  private boolean isWithinFailed(OpenImport open) {
    return failed != null
        && failed.id().equals(open.id())
        && open.appliedThrough() < failed.appliedThrough() + chunk;
  }

  private static Problem problem(StepFailure failure) {
    if (failure.getCause() instanceof Problem problem) {
      return problem;
    }
    LOG.errorf(SafeFailure.of(failure), "import %s", failure.open().id());
    return Problem.of(CommonProblem.INTERNAL_ERROR, UNEXPECTED);
  }

  static <T> T await(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(work);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
