package org.evenhand.review.judgement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Stores what analytics judged of our own cycles, and of which years it has published how far
 * people came with opportunities. Nothing here waits for an imported year of ratings.
 */
@ApplicationScoped
class FindingConsumer implements EventHandler {

  private static final String JUDGED = "org.evenhand.cycle.judged.v1";
  private static final String YEAR_PUBLISHED = "org.evenhand.access-year.published.v1";

  private static final Map<String, FindingState> STATES =
      Map.of(
          "org.evenhand.finding.raised.v1", FindingState.RAISED,
          "org.evenhand.finding.answered.v1", FindingState.ANSWERED,
          "org.evenhand.finding.cleared.v1", FindingState.CLEARED);

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
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> take(Mutiny.Session session, ReceivedEvent event) {
    if (event.type().equals(JUDGED)) {
      return judged(session, event.as(CycleJudged.class).complete());
    }
    if (event.type().equals(YEAR_PUBLISHED)) {
      return event.as(PublishedYear.class).complete().keep(session);
    }
    FindingState state = STATES.get(event.type());
    return state == null
        ? Uni.createFrom().voidItem()
        : store(session, event.as(FindingPayload.class).complete(), state);
  }

  private static Uni<Void> judged(Mutiny.Session session, CycleJudged judged) {
    return judged.isLive()
        ? session.merge(new CycleJudgement(judged)).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static Uni<Void> store(
      Mutiny.Session session, FindingPayload finding, FindingState state) {
    if (!finding.isLive()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .find(JudgedFinding.class, finding.findingId())
        .chain(
            known -> {
              if (known == null) {
                return session.persist(new JudgedFinding(finding, state));
              }
              known.become(state);
              return Uni.createFrom().voidItem();
            });
  }
}
