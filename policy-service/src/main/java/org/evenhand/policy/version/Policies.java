package org.evenhand.policy.version;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.web.Ids;
import org.evenhand.kit.web.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.content.ContentReader;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Drafting: a policy's first version, the next ones, and their text. */
@ApplicationScoped
public class Policies {

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository repository;
  private final People people;
  private final ContentReader contents;
  private final Transitions transitions;
  private final Chronicle chronicle;
  private final Clock clock;

  public Policies(
      Mutiny.SessionFactory sessions,
      PolicyRepository repository,
      People people,
      ContentReader contents,
      Transitions transitions,
      Chronicle chronicle,
      Clock clock) {
    this.sessions = sessions;
    this.repository = repository;
    this.people = people;
    this.contents = contents;
    this.transitions = transitions;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** A new policy with its first draft. */
  public Uni<Answer> begin(JsonNode sent) {
    PolicyContent content = contents.read(sent);
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    actor -> {
                      var policy = new Policy(Ids.next(), actor.person(), now());
                      return session
                          .persist(policy)
                          .chain(() -> draft(session, policy, content, actor));
                    }));
  }

  /** The next draft of a policy, a copy of its latest version. */
  public Uni<Answer> draftNext(UUID policyId) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .invoke(Actor::person)
                .chain(
                    actor ->
                        repository
                            .hold(session, policyId)
                            .chain(policy -> copyLatest(session, policy, actor))));
  }

  public Uni<Answer> edit(VersionAddress address, @Nullable String ifMatch, JsonNode patch) {
    return transitions.perform(
        address,
        ifMatch,
        turn ->
            Uni.createFrom()
                .item(
                    () -> {
                      var version = turn.version();
                      version.require(Transition.EDIT);
                      PolicyContent edited = contents.patched(version.content(), patch);
                      return version.edit(edited, turn.by(), turn.at())
                          ? Optional.of(Happening.EDITED)
                          : Optional.empty();
                    }));
  }

  private Uni<Answer> copyLatest(Mutiny.Session session, Policy policy, Actor actor) {
    return repository
        .latest(session, policy)
        .chain(
            latest -> {
              if (latest.state().underWay()) {
                throw Problem.of(
                    PolicyProblem.VERSION_UNDER_WAY,
                    "Version %d is in %s: finish or withdraw it first."
                        .formatted(latest.number(), latest.state()));
              }
              return draft(session, policy, latest.content(), actor);
            });
  }

  private Uni<Answer> draft(
      Mutiny.Session session, Policy policy, PolicyContent content, Actor actor) {
    Instant at = now();
    var version =
        new PolicyVersion(
            Ids.next(), policy.id(), policy.nextVersion(), content, actor.person(), at);
    URI address = new VersionAddress(policy.id(), version.number()).uri();
    return session
        .persist(version)
        .chain(
            () ->
                chronicle.tell(
                    session, policy, version, Happening.DRAFTED, actor.person().toString()))
        .map(
            done ->
                Answer.created(address, version.lockVersion(), VersionView.of(version, actor, at)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
