package org.evenhand.policy.governance.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.governance.GovernanceEvents;
import org.evenhand.policy.governance.GovernanceHappening;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.reading.GovernanceReviewView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Steps that people take on a review; they wait for each other, as those on charters do. */
@ApplicationScoped
public class GovernanceSteps {

  private final Steps steps;
  private final CharterRepository charters;
  private final GovernanceRepository repository;
  private final People people;
  private final Clock clock;

  GovernanceSteps(
      Steps steps,
      CharterRepository charters,
      GovernanceRepository repository,
      People people,
      Clock clock) {
    this.steps = steps;
    this.charters = charters;
    this.repository = repository;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param permission fails with 403 for a person whose step it isn't
   */
  public Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      Consumer<GovernanceContext> permission,
      Function<GovernanceContext, Uni<GovernanceHappening>> step) {
    return steps
        .load(session -> people.caller(session).chain(caller -> context(session, id, caller)))
        .permit(
            context -> {
              context.caller().requirePerson();
              permission.accept(context);
            })
        .match(ifMatch, context -> context.review().lockVersion())
        .take(step)
        .tell((context, what) -> List.of(GovernanceEvents.fact(context.review(), what)))
        .answerNow(
            (context, what) ->
                Answer.ok(
                    context.review().lockVersion(),
                    GovernanceReviewView.of(context.review(), context.caller())));
  }

  private Uni<GovernanceContext> context(Mutiny.Session session, UUID id, Actor caller) {
    return charters
        .hold(session)
        .chain(() -> repository.review(session, id))
        .map(review -> new GovernanceContext(session, review, caller, now()));
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
