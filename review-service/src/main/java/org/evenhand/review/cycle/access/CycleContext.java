package org.evenhand.review.cycle.access;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.policy.PolicyContent;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a cycle has at hand. */
public record CycleContext(
    Mutiny.Session session,
    Cycle cycle,
    PolicyContent policy,
    Viewer viewer,
    Signatory signatory,
    Instant at)
    implements Steps.Context {

  public Signature signature(Side side) {
    return new Signature(signatory.employeeId(), side, at);
  }

  @Override
  public UUID actor() {
    return signatory.employeeId();
  }
}
