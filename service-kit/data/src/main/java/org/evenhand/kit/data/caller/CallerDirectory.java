package org.evenhand.kit.data.caller;

import io.smallrye.mutiny.Uni;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The people whom a service knows, asked on behalf of {@link KnownCaller}. One bean in each
 * service.
 */
public interface CallerDirectory {

  /**
   * @param caller a person
   * @return fails with a {@link Problem} EMPLOYEE_UNKNOWN when they don't work here
   */
  Uni<?> require(Mutiny.Session session, Caller caller);
}
