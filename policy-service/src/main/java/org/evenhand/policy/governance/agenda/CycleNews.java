package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What review-service tells of cycles, as far as an agenda needs it. Each event says how something
 * stands, so that reading the topic anew comes to the same.
 */
@ApplicationScoped
class CycleNews implements EventHandler {

  private static final String OF_CYCLES = "org.evenhand.cycle.";
  private static final String MISSED = "org.evenhand.milestone.missed.v1";
  private static final String DECIDED = "org.evenhand.appeal.decided.v1";
  private static final String QUESTIONED = "org.evenhand.anchor.questioned.v1";

  private final PinnedVersions pinned;
  private final MissedMilestones missed;
  private final AppealOutcomes appeals;
  private final QuestionedAnchors anchors;

  CycleNews(
      PinnedVersions pinned,
      MissedMilestones missed,
      AppealOutcomes appeals,
      QuestionedAnchors anchors) {
    this.pinned = pinned;
    this.missed = missed;
    this.appeals = appeals;
    this.anchors = anchors;
  }

  @Override
  public String topic() {
    return "evenhand.cycles";
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
    if (event.type().startsWith(OF_CYCLES)) {
      return pinned.keep(session, event);
    }
    return switch (event.type()) {
      case MISSED -> missed.keep(session, event);
      case DECIDED -> appeals.keep(session, event);
      case QUESTIONED -> anchors.keep(session, event);
      default -> Uni.createFrom().voidItem();
    };
  }
}
