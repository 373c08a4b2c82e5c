package org.evenhand.calibration.session;

import org.evenhand.kit.data.step.Fact;

/** What came about with a session. It is told after the flush, when the session has its version. */
@FunctionalInterface
public interface SessionFact {

  Fact of(Session session);
}
