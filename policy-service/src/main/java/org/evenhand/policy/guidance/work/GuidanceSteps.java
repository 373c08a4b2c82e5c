package org.evenhand.policy.guidance.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceStep;
import org.evenhand.policy.guidance.access.GuidanceAccess;
import org.evenhand.policy.guidance.access.GuidancePermissions;
import org.evenhand.policy.guidance.access.GuidanceRelation;
import org.evenhand.policy.guidance.reading.GuidanceRequestView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Steps that the two who have to do with a request take, one after the other. */
@ApplicationScoped
class GuidanceSteps {

  private final Steps steps;
  private final GuidanceRepository requests;
  private final GuidanceAccess access;
  private final People people;
  private final ClaimWatch watch;
  private final DueWork dueWork;
  private final Erasing erasing;
  private final Clock clock;

  GuidanceSteps(
      Steps steps,
      GuidanceRepository requests,
      GuidanceAccess access,
      People people,
      ClaimWatch watch,
      DueWork dueWork,
      Erasing erasing,
      Clock clock) {
    this.steps = steps;
    this.requests = requests;
    this.access = access;
    this.people = people;
    this.watch = watch;
    this.dueWork = dueWork;
    this.erasing = erasing;
    this.clock = clock;
  }

  Uni<Answer> claim(UUID id, @Nullable String ifMatch) {
    return permitted(id, ifMatch, GuidanceStep.CLAIM)
        .take(context -> watch.claim(context.session(), context.request(), context.actor()))
        .tell((context, done) -> List.of(GuidanceFacts.of(context.request(), "claimed")))
        .answerNow((context, done) -> answer(context, GuidanceRelation.CLAIMER));
  }

  /** Whoever gives it back can't claim it again: so nobody reads it in turn without answering. */
  Uni<Answer> giveBack(UUID id, @Nullable String ifMatch) {
    return permitted(id, ifMatch, GuidanceStep.RETURN)
        .take(context -> watch.giveBack(context.session(), context.request(), context.actor()))
        .tell((context, done) -> List.of(GuidanceFacts.of(context.request(), "returned")))
        .answerNow((context, done) -> answer(context, GuidanceRelation.RETURNER));
  }

  Uni<Answer> answer(UUID id, @Nullable String ifMatch, String text) {
    return permitted(id, ifMatch, GuidanceStep.ANSWER)
        .take(
            context -> {
              context.request().answer(text, context.at());
              return dueWork
                  .schedule(
                      context.session(),
                      GuidanceClosing.KIND,
                      id,
                      context.request().closesAt().orElseThrow())
                  .chain(() -> forgetInTime(context));
            })
        .tell((context, done) -> List.of(GuidanceFacts.of(context.request(), "answered")))
        .answerNow((context, done) -> answer(context, GuidanceRelation.CLAIMER));
  }

  Uni<Answer> close(UUID id, @Nullable String ifMatch) {
    return permitted(id, ifMatch, GuidanceStep.CLOSING)
        .take(
            context -> {
              context.request().close(context.at());
              return dueWork
                  .cancel(context.session(), GuidanceClosing.KIND, id)
                  .chain(() -> forgetInTime(context));
            })
        .tell((context, done) -> List.of(GuidanceFacts.of(context.request(), "closed")))
        .answerNow((context, done) -> answer(context, GuidanceRelation.ASKER));
  }

  private Uni<Void> forgetInTime(GuidanceContext context) {
    return dueWork.schedule(
        context.session(),
        GuidanceForgetting.KIND,
        context.request().id(),
        context.request().goneAt());
  }

  /** Repeats of earlier commands say no words of it either. */
  Uni<Answer> erase(UUID id, @Nullable String ifMatch) {
    return permitted(id, ifMatch, GuidanceStep.ERASURE)
        .take(
            context -> {
              context.request().erase();
              return erasing.follow(context.session(), id);
            })
        .tell((context, done) -> List.of(GuidanceFacts.of(context.request(), "erased")))
        .answerNow((context, done) -> new Answer(204, null, null, null));
  }

  private Steps.Matched<GuidanceContext> permitted(
      UUID id, @Nullable String ifMatch, GuidanceStep step) {
    return steps
        .load(session -> context(session, id))
        .permit(context -> GuidancePermissions.require(step, context.relation()))
        .match(ifMatch, context -> context.request().lockVersion());
  }

  private static Answer answer(GuidanceContext context, GuidanceRelation relation) {
    return Answer.ok(
        context.request().lockVersion(), GuidanceRequestView.of(context.request(), relation, null));
  }

  private Uni<GuidanceContext> context(Mutiny.Session session, UUID id) {
    return people
        .caller(session)
        .invoke(Actor::requirePerson)
        .chain(
            caller ->
                requests
                    .hold(session, id)
                    .map(found -> found.orElseThrow(GuidanceRepository::notFound))
                    .chain(request -> context(session, caller, request)));
  }

  private Uni<GuidanceContext> context(
      Mutiny.Session session, Actor caller, GuidanceRequest request) {
    return access
        .relation(session, caller, request)
        .map(found -> found.orElseThrow(GuidanceRepository::notFound))
        .map(relation -> new GuidanceContext(session, request, relation, caller, now()));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
