package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** What analytics-service tells of fairness and of drift, as far as an agenda needs it. */
@ApplicationScoped
class FindingNews implements EventHandler {

  private static final String RAISED = "org.evenhand.finding.raised.v1";
  private static final String CLEARED = "org.evenhand.finding.cleared.v1";
  private static final String SIGNALLED = "org.evenhand.drift.signalled.v1";

  private final OpenFindings findings;
  private final SignalledDrift drift;

  FindingNews(OpenFindings findings, SignalledDrift drift) {
    this.findings = findings;
    this.drift = drift;
  }

  @Override
  public String topic() {
    return "evenhand.findings";
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    return Multi.createFrom()
        .iterable(batch)
        .onItem()
        .transformToUniAndConcatenate(event -> take(session, event))
        .collect()
        .last();
  }

  private Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    return switch (event.type()) {
      case RAISED -> findings.keep(session, event);
      case CLEARED -> findings.forget(session, event);
      case SIGNALLED -> drift.keep(session, event);
      default -> Uni.createFrom().voidItem();
    };
  }
}
