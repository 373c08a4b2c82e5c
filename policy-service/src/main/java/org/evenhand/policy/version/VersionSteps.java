package org.evenhand.policy.version;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.web.Preconditions;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a person moves a version: hold the policy, see whether the version is
 * visible and the one that was read, take the step, tell of it.
 */
@ApplicationScoped
public class Transitions {

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository repository;
  private final People people;
  private final Chronicle chronicle;
  private final Clock clock;

  public Transitions(
      Mutiny.SessionFactory sessions,
      PolicyRepository repository,
      People people,
      Chronicle chronicle,
      Clock clock) {
    this.sessions = sessions;
    this.repository = repository;
    this.people = people;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** What is done to a version. Empty when it has changed nothing, of which nothing is told. */
  @FunctionalInterface
  public interface Step {
    Uni<Optional<Happening>> take(Turn turn);
  }

  /** A step that needs nothing of the database. */
  @FunctionalInterface
  public interface PlainStep {
    Happening take(Turn turn);
  }

  public Uni<Answer> plain(VersionAddress address, @Nullable String ifMatch, PlainStep step) {
    return perform(
        address, ifMatch, turn -> Uni.createFrom().item(() -> Optional.of(step.take(turn))));
  }

  public Uni<Answer> perform(VersionAddress address, @Nullable String ifMatch, Step step) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(actor -> turn(session, address, actor))
                .invoke(turn -> Preconditions.require(ifMatch, turn.version().lockVersion()))
                .chain(turn -> step.take(turn).chain(happening -> told(turn, happening)))
                .map(this::answer));
  }

  private Uni<Turn> turn(Mutiny.Session session, VersionAddress address, Actor actor) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return repository
        .hold(session, address.policyId())
        .chain(
            policy ->
                repository
                    .version(session, address, actor.hr())
                    .map(version -> new Turn(session, policy, version, actor, at)))
        .invoke(Turn::by);
  }

  private Uni<Turn> told(Turn turn, Optional<Happening> happening) {
    return happening
        .map(
            what ->
                chronicle.tell(
                    turn.session(), turn.policy(), turn.version(), what, turn.by().toString()))
        .orElseGet(() -> Uni.createFrom().voidItem())
        .replaceWith(turn);
  }

  private Answer answer(Turn turn) {
    return Answer.ok(
        turn.version().lockVersion(), VersionView.of(turn.version(), turn.actor(), turn.at()));
  }
}
