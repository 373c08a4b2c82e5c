package org.evenhand.policy.charter.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.charter.CharterEvents;
import org.evenhand.policy.charter.CharterHappening;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.charter.kind.KnownDuties;
import org.evenhand.policy.charter.reading.CharterView;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Steps on a charter that is there. */
@ApplicationScoped
public class CharterSteps {

  private final Steps steps;
  private final CharterRepository repository;
  private final People people;
  private final Clock clock;
  private final KnownDuties known;

  CharterSteps(
      Steps steps, CharterRepository repository, People people, Clock clock, KnownDuties known) {
    this.steps = steps;
    this.repository = repository;
    this.people = people;
    this.clock = clock;
    this.known = known;
  }

  public Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      Function<CharterContext, Uni<Optional<CharterHappening>>> step) {
    return steps
        .load(session -> people.caller(session).chain(caller -> context(session, id, caller)))
        .permit(context -> context.caller().requirePerson())
        .match(ifMatch, context -> context.charter().lockVersion())
        .take(step)
        .tell(
            (context, happening) ->
                happening.map(what -> CharterEvents.fact(context.charter(), what)).stream()
                    .toList())
        .answerNow(
            (context, happening) ->
                Answer.ok(
                    context.charter().lockVersion(),
                    CharterView.of(context.charter(), context.caller(), known)));
  }

  private Uni<CharterContext> context(Mutiny.Session session, UUID id, Actor caller) {
    return repository
        .hold(session)
        .chain(() -> repository.charter(session, id, caller.hr()))
        .map(charter -> new CharterContext(session, charter, caller, now()));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
