package org.evenhand.policy.governance.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.governance.Attendee;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.GovernanceEvents;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.mutiny.Mutiny;

/** What reviews of governance ask of people, all by name. */
@Singleton
class GovernanceDuties implements DutyRule {

  private final GovernanceRepository reviews;
  private final People people;

  GovernanceDuties(GovernanceRepository reviews, People people) {
    this.reviews = reviews;
    this.people = people;
  }

  @Override
  public String aggregateType() {
    return GovernanceEvents.AGGREGATE;
  }

  @Override
  public List<GovernanceDuty> kinds() {
    return List.of(GovernanceDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("governance_review", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return reviews
        .byIds(session, ids)
        .chain(
            found ->
                people
                    .workLocations(session, asked(found))
                    .map(
                        places ->
                            found.stream()
                                .flatMap(review -> new DutiesOfReview(review, places).owed())
                                .toList()));
  }

  private static Set<UUID> asked(List<GovernanceReview> reviews) {
    return reviews.stream()
        .flatMap(
            review ->
                Stream.of(
                        Stream.of(review.terms().owner()),
                        review.minutes().stream()
                            .flatMap(minutes -> minutes.present().stream())
                            .map(Attendee::person),
                        review.decisions().stream().map(Decision::responsible))
                    .flatMap(each -> each))
        .collect(Collectors.toSet());
  }
}
