package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.DecisionState;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.GovernanceState;
import org.hibernate.reactive.mutiny.Mutiny;

/** What came of earlier reviews: what nobody has done, what was dropped, and how often. */
@Singleton
class EarlierReviews implements AgendaSource {

  private final GovernanceRepository repository;

  EarlierReviews(GovernanceRepository repository) {
    this.repository = repository;
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return repository
        .before(session, review.number())
        .map(
            earlier -> {
              List<AgendaItem> items = new ArrayList<>();
              for (GovernanceReview each : earlier) {
                if (each.minutes().isEmpty()) {
                  items.add(AgendaItem.at(AgendaTopic.MISSED_REVIEWS, path(each), 1));
                }
                add(items, AgendaTopic.OPEN_DECISIONS, each, open(each));
                add(items, AgendaTopic.REPEATED_DECISIONS, each, repeated(each));
              }
              earlier.stream()
                  .reduce((first, second) -> second)
                  .ifPresent(
                      last -> add(items, AgendaTopic.DROPPED_DECISIONS, last, dropped(last)));
              return items;
            });
  }

  private static long open(GovernanceReview review) {
    return review.state() == GovernanceState.SIGNED
        ? review.decisions().stream().filter(each -> each.state() == DecisionState.OPEN).count()
        : 0;
  }

  private static long dropped(GovernanceReview review) {
    return review.decisions().stream()
        .filter(each -> each.state() == DecisionState.DROPPED)
        .count();
  }

  private static long repeated(GovernanceReview review) {
    return review.decisions().stream()
        .filter(each -> each.state() == DecisionState.DROPPED)
        .filter(each -> each.dropped() >= Decision.REPEATED)
        .count();
  }

  private static void add(
      List<AgendaItem> items, AgendaTopic topic, GovernanceReview review, long count) {
    if (count > 0) {
      items.add(AgendaItem.at(topic, path(review), count));
    }
  }

  private static String path(GovernanceReview review) {
    return "/v1/governance-reviews/" + review.id();
  }
}
