package org.evenhand.kit.data.imports;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.web.answer.SafeFailure;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jboss.logging.Logger;

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
  private int singly;

  ImportDriver(ImportSteps steps, ImportHandler handler, int chunk) {
    this.steps = steps;
    this.handler = handler;
    this.chunk = chunk;
  }

  /** Throws what is infrastructure: then the caller waits and comes again. */
  Step step() {
    try {
      Step step = await(() -> steps.next(handler, singly > 0 ? 1 : chunk));
      singly = Math.max(0, singly - 1);
      return step;
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
    if (applying && singly == 0) {
      singly = chunk;
      return Step.DONE;
    }
    Problem problem = problem(failure);
    if (applying) {
      singly--;
      return await(() -> steps.refuse(handler, open, problem.detail()));
    }
    return await(() -> steps.fail(handler, open, problem));
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
