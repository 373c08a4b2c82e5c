package org.evenhand.policy.charter.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterContent;
import org.evenhand.policy.charter.CharterEvents;
import org.evenhand.policy.charter.CharterHappening;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.charter.CharterStep;
import org.evenhand.policy.charter.kind.KnownDuties;
import org.evenhand.policy.charter.reading.CharterView;
import org.evenhand.policy.content.CanonicalContent;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Drafting: the next charter, and its text. */
@ApplicationScoped
public class Charters {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final CharterSteps charterSteps;
  private final CharterRepository repository;
  private final CharterRules rules;
  private final People people;
  private final KnownDuties known;

  Charters(
      Mutiny.SessionFactory sessions,
      Steps steps,
      CharterSteps charterSteps,
      CharterRepository repository,
      CharterRules rules,
      People people,
      KnownDuties known) {
    this.sessions = sessions;
    this.steps = steps;
    this.charterSteps = charterSteps;
    this.repository = repository;
    this.rules = rules;
    this.people = people;
    this.known = known;
  }

  /** The next charter is to be drafted; charters are held meanwhile. */
  private record Drafting(
      Mutiny.Session session, Optional<Charter> latest, Actor caller, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }

    int nextNumber() {
      return latest.map(Charter::number).orElse(0) + 1;
    }

    void requireNoneUnderWay() {
      latest
          .filter(charter -> charter.state().underWay())
          .ifPresent(
              charter -> {
                throw Problem.of(
                    PolicyProblem.CHARTER_UNDER_WAY,
                    "Charter %d is in %s.".formatted(charter.number(), charter.state()));
              });
    }
  }

  public Uni<Answer> begin(CharterContent content) {
    return steps
        .load(session -> people.caller(session).chain(caller -> drafting(session, caller)))
        .permit(drafting -> drafting.caller().requirePerson())
        .add()
        .take(drafting -> draft(drafting, content))
        .tell((drafting, charter) -> List.of(CharterEvents.fact(charter, CharterHappening.DRAFTED)))
        .answerNow(
            (drafting, charter) ->
                Answer.created(
                    URI.create("/v1/charters/" + charter.id()),
                    charter.lockVersion(),
                    CharterView.of(charter, drafting.caller(), known)));
  }

  private Uni<Drafting> drafting(Mutiny.Session session, Actor caller) {
    return repository
        .hold(session)
        .chain(() -> repository.latest(session))
        .map(latest -> new Drafting(session, latest, caller, charterSteps.now()));
  }

  private Uni<Charter> draft(Drafting drafting, CharterContent content) {
    drafting.requireNoneUnderWay();
    var charter =
        new Charter(Ids.next(), drafting.nextNumber(), content, drafting.actor(), drafting.at());
    return rules
        .require(drafting.session(), content)
        .chain(() -> drafting.session().persist(charter))
        .replaceWith(charter);
  }

  public Uni<Answer> edit(UUID id, @Nullable String ifMatch, CharterContent content) {
    return charterSteps.take(
        id,
        ifMatch,
        context -> {
          context.charter().require(CharterStep.EDIT);
          return rules
              .require(context.session(), content)
              .map(
                  valid ->
                      context.charter().edit(content, context.actor(), context.at())
                          ? Optional.of(CharterHappening.EDITED)
                          : Optional.empty());
        });
  }

  /** What a draft with this content would be; nothing is kept. */
  public Uni<CharterCheck> check(CharterContent content) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .invoke(Actor::requirePerson)
                .chain(() -> rules.require(session, content))
                .map(valid -> new CharterCheck(CanonicalContent.hash(content), content)));
  }
}
