package org.evenhand.policy.governance.minutes;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.GovernanceHappening;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.schedule.Schedule;
import org.evenhand.policy.governance.work.GovernanceContext;
import org.evenhand.policy.governance.work.GovernanceSteps;
import org.jspecify.annotations.Nullable;

/** Recording the minutes of a review, and signing them. */
@ApplicationScoped
class Meetings {

  private final GovernanceSteps steps;
  private final GovernanceRepository repository;
  private final CharterRepository charters;
  private final Participants participants;
  private final Schedule schedule;

  Meetings(
      GovernanceSteps steps,
      GovernanceRepository repository,
      CharterRepository charters,
      Participants participants,
      Schedule schedule) {
    this.steps = steps;
    this.repository = repository;
    this.charters = charters;
    this.participants = participants;
    this.schedule = schedule;
  }

  Uni<Answer> record(UUID id, @Nullable String ifMatch, MinutesRequest sent) {
    return steps.take(
        id,
        ifMatch,
        context -> {},
        context -> {
          GovernanceReview review = context.review();
          review.requireMinutes(sent.agendaHash());
          boolean waited = review.state().waits();
          return draft(context, sent)
              .invoke(
                  draft -> {
                    draft.requireValid();
                    List<Decision> decided = draft.decisions();
                    review.record(draft.minutes(decided), decided);
                  })
              .chain(() -> schedule.unwatch(context.session(), review))
              .chain(() -> waited ? next(context) : Uni.createFrom().voidItem())
              .replaceWith(GovernanceHappening.MINUTES_RECORDED);
        });
  }

  private Uni<MinutesDraft> draft(GovernanceContext context, MinutesRequest sent) {
    Set<String> named =
        Stream.concat(
                sent.present().stream(),
                sent.decisions().stream().map(DecisionRequest::responsible))
            .collect(Collectors.toSet());
    return participants
        .named(context.session(), named)
        .chain(
            known ->
                repository
                    .before(context.session(), context.review().number())
                    .map(
                        earlier ->
                            new MinutesDraft(sent, known, earlier, context.actor(), context.at())));
  }

  /** The next review counts from the day that this one was due on. */
  private Uni<Void> next(GovernanceContext context) {
    return charters
        .inForce(context.session())
        .chain(
            charter ->
                schedule.next(
                    context.session(),
                    charter.orElseThrow(),
                    context.review().dueOn(),
                    context.at()));
  }

  Uni<Answer> sign(UUID id, @Nullable String ifMatch, String minutesHash) {
    return steps.take(
        id,
        ifMatch,
        context -> {},
        context ->
            Uni.createFrom()
                .item(() -> context.review().sign(context.actor(), minutesHash, context.at())));
  }
}
