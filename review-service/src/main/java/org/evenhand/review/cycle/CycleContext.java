package org.evenhand.review.cycle;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
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
