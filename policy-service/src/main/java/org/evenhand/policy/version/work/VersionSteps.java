package org.evenhand.policy.version.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.PolicyEvents;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionContext;
import org.evenhand.policy.version.reading.ShutSteps;
import org.evenhand.policy.version.reading.VersionView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Steps on a version. Each locks the policy, whose versions change one at a time, and makes one
 * event, or none when nothing has changed.
 */
@ApplicationScoped
public class VersionSteps {

  private final Steps steps;
  private final PolicyRepository repository;
  private final People people;
  private final ShutSteps shut;
  private final Clock clock;

  public VersionSteps(
      Steps steps, PolicyRepository repository, People people, ShutSteps shut, Clock clock) {
    this.steps = steps;
    this.repository = repository;
    this.people = people;
    this.shut = shut;
    this.clock = clock;
  }

  /** A step that needs nothing of the database. */
  public Uni<Answer> takeNow(
      VersionAddress address,
      @Nullable String ifMatch,
      Function<VersionContext, PolicyEventType> step) {
    return take(
        address, ifMatch, context -> Uni.createFrom().item(() -> Optional.of(step.apply(context))));
  }

  public Uni<Answer> take(
      VersionAddress address,
      @Nullable String ifMatch,
      Function<VersionContext, Uni<Optional<PolicyEventType>>> step) {
    return steps
        .load(session -> people.caller(session).chain(caller -> context(session, address, caller)))
        .permit(context -> context.caller().requirePerson())
        .match(ifMatch, context -> context.version().lockVersion())
        .take(step)
        .tell(VersionSteps::facts)
        .answer((context, event) -> answer(context));
  }

  /** A step that is in the audit and concerns nobody outside. */
  public Uni<Answer> note(
      VersionAddress address, @Nullable String ifMatch, Function<VersionContext, Uni<Fact>> step) {
    return steps
        .load(session -> people.caller(session).chain(caller -> context(session, address, caller)))
        .permit(context -> context.caller().requirePerson())
        .match(ifMatch, context -> context.version().lockVersion())
        .take(step)
        .tell((context, fact) -> List.of(fact))
        .answer((context, fact) -> answer(context));
  }

  /** What is made beside the version and overwrites nothing of it. */
  public <R> Uni<Answer> add(
      VersionAddress address,
      Function<VersionContext, Uni<R>> step,
      BiFunction<VersionContext, R, List<Fact>> facts,
      BiFunction<VersionContext, R, Uni<Answer>> answer) {
    return steps
        .load(session -> people.caller(session).chain(caller -> context(session, address, caller)))
        .permit(context -> context.caller().requirePerson())
        .add()
        .take(step)
        .tell(facts)
        .answer(answer);
  }

  private Uni<VersionContext> context(
      Mutiny.Session session, VersionAddress address, Actor caller) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return repository
        .hold(session, address.policyId())
        .chain(
            policy ->
                repository
                    .version(session, address, caller.hr())
                    .map(version -> new VersionContext(session, policy, version, caller, at)));
  }

  private static List<Fact> facts(VersionContext context, Optional<PolicyEventType> event) {
    return event.map(type -> PolicyEvents.fact(context.policy(), context.version(), type)).stream()
        .toList();
  }

  private Uni<Answer> answer(VersionContext context) {
    return shut.of(context.session(), context.version(), context.caller(), context.at())
        .map(
            steps ->
                Answer.ok(
                    context.version().lockVersion(),
                    VersionView.of(context.version(), context.caller(), context.at(), steps)));
  }
}
