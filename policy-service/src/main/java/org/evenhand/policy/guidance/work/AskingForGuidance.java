package org.evenhand.policy.guidance.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.guidance.ChainAtAsking;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.access.GuidanceRelation;
import org.evenhand.policy.guidance.access.GuidanceWaits;
import org.evenhand.policy.guidance.access.Waiting;
import org.evenhand.policy.guidance.reading.GuidanceRequestView;
import org.hibernate.reactive.mutiny.Mutiny;

/** Anybody who works here asks. */
@ApplicationScoped
class AskingForGuidance {

  private static final int SALT_BYTES = 16;

  private record Asker(Mutiny.Session session, Actor caller, Instant at) implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }

    /** The audit names nobody. */
    @Override
    public String author() {
      return GuidanceFacts.ACTOR;
    }
  }

  private final Steps steps;
  private final GuidanceSteps times;
  private final GuidanceWaits waits;
  private final ChainAtAsking chain;
  private final DueWork dueWork;
  private final People people;
  private final SecureRandom random = new SecureRandom();

  AskingForGuidance(
      Steps steps,
      GuidanceSteps times,
      GuidanceWaits waits,
      ChainAtAsking chain,
      DueWork dueWork,
      People people) {
    this.steps = steps;
    this.times = times;
    this.waits = waits;
    this.chain = chain;
    this.dueWork = dueWork;
    this.people = people;
  }

  Uni<Answer> ask(NewGuidanceRequest asked) {
    return steps
        .load(
            session ->
                people.caller(session).map(caller -> new Asker(session, caller, times.now())))
        .permit(asker -> asker.caller().requirePerson())
        .add()
        .take(asker -> request(asker, asked))
        .tell((asker, made) -> List.of(GuidanceFacts.of(made, "asked")))
        .answer(
            (asker, made) ->
                waits.of(asker.session(), List.of(made)).map(waiting -> answer(made, waiting)));
  }

  private static Answer answer(GuidanceRequest made, Map<UUID, Waiting> waiting) {
    return Answer.created(
        URI.create("/v1/guidance-requests/" + made.id()),
        made.lockVersion(),
        GuidanceRequestView.of(made, GuidanceRelation.ASKER, waiting.get(made.id())));
  }

  private Uni<GuidanceRequest> request(Asker asker, NewGuidanceRequest asked) {
    return people
        .known(asker.session(), asked.excluded())
        .invoke(known -> requireKnown(asked.excluded(), known))
        .map(
            known ->
                new GuidanceRequest(
                    Ids.next(), asker.actor(), asked.text(), asked.excluded(), salt(), asker.at()))
        .call(asker.session()::persist)
        .call(made -> chain.keep(asker.session(), made.id(), asker.actor()))
        .call(
            made ->
                dueWork.schedule(
                    asker.session(), GuidanceForgetting.KIND, made.id(), made.goneAt()));
  }

  private static void requireKnown(List<UUID> named, Set<UUID> known) {
    for (int i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        throw Problem.of(CommonProblem.RULE_VIOLATED, "A request excludes people who work here.")
            .with(NOT_FOUND.at("/excluded/" + i, "is nobody who works here"));
      }
    }
  }

  private String salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
