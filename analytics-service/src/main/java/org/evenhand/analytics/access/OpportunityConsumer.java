package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.consume.EventHandler;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in who came how far with an opportunity. */
@ApplicationScoped
public class OpportunityConsumer implements EventHandler {

  public static final String TOPIC = "evenhand.internal.opportunities";

  private static final String REACHED = "org.evenhand.opportunity.reached.v1";

  private final Opportunities opportunities;

  OpportunityConsumer(Opportunities opportunities) {
    this.opportunities = opportunities;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public Uni<Void> handle(Mutiny.Session session, List<ReceivedEvent> batch) {
    List<OpportunityReached> parts =
        batch.stream()
            .filter(event -> event.type().equals(REACHED))
            .map(OpportunityReached::of)
            .toList();
    return parts.isEmpty() ? Uni.createFrom().voidItem() : opportunities.take(session, parts);
  }
}
