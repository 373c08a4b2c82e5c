package org.evenhand.kit.web.answer;

import java.util.Optional;
import org.evenhand.kit.web.problem.Problem;

/**
 * A bean that says what failures of a library mean to a client. It lives in the part of the kit
 * that uses the library, so that a service without a database doesn't need the jars of one.
 */
public interface KnownFailures {

  /** What to answer, if anything in the chain of causes is known here. */
  Optional<Problem> problem(Throwable failure);
}
