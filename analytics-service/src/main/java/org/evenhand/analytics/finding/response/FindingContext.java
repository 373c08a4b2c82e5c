package org.evenhand.analytics.finding.response;

import java.time.Instant;
import java.util.UUID;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingAccess;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.hibernate.reactive.mutiny.Mutiny;

/** A finding, and what its caller is to it. */
record FindingContext(Mutiny.Session session, Finding finding, FindingAccess access, Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return access.signer();
  }

  Answer answer() {
    return Answer.ok(finding.version(), FindingView.of(finding, access));
  }
}
