package org.evenhand.kit.web.answer;

import java.util.Optional;
import org.evenhand.kit.web.problem.Problem;

/**
 * What failures of a library mean to a client, told by the part that has the library: those of the
 * database are known where there is one, and a service without needs no jars of it. A bean.
 */
public interface KnownFailures {

  /** What to answer, if anything in the chain of causes is known here. */
  Optional<Problem> problem(Throwable failure);
}
