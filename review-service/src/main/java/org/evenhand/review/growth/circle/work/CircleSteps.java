package org.evenhand.review.growth.circle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.circle.CircleFacts;
import org.evenhand.review.growth.circle.CircleStep;
import org.evenhand.review.growth.circle.CoachingCircle;
import org.evenhand.review.growth.circle.Member;
import org.evenhand.review.growth.circle.work.CircleRequests.CircleRequest;
import org.evenhand.review.growth.circle.work.CircleRequests.InvitationRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What people do with circles. */
@ApplicationScoped
class CircleSteps {

  private record Founding(Mutiny.Session session, Viewer viewer, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final CircleContexts contexts;
  private final CircleViews views;
  private final Newcomers newcomers;
  private final Access access;
  private final Clock clock;

  CircleSteps(
      Steps steps,
      CircleContexts contexts,
      CircleViews views,
      Newcomers newcomers,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.newcomers = newcomers;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> found(CircleRequest request) {
    return steps
        .load(
            session ->
                access
                    .acting(session)
                    .map(viewer -> new Founding(session, viewer, clock.instant())))
        .permitAll()
        .add()
        .take(
            founding ->
                newcomers
                    .require(
                        founding.session(),
                        List.of(founding.actor()),
                        request.invited(),
                        "/invited/%d"::formatted)
                    .chain(
                        () ->
                            newcomers.invited(
                                founding.session(),
                                Stream.concat(
                                        Stream.of(founding.actor()), request.invited().stream())
                                    .toList()))
                    .map(all -> new CoachingCircle(Ids.next(), request.theme(), all, founding.at()))
                    .call(circle -> founding.session().persist(circle)))
        .tell((founding, circle) -> List.of(CircleFacts.noted(circle, "founded")))
        .answer(
            (founding, circle) ->
                views
                    .of(
                        founding.session(),
                        circle,
                        circle.membership(founding.actor()).orElseThrow())
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/coaching-circles/" + circle.id()),
                                circle.version(),
                                view)));
  }

  /** The one way in which a member moves a circle on. */
  Uni<Answer> take(
      UUID id, @Nullable String ifMatch, CircleStep step, Function<CircleContext, Uni<Void>> take) {
    return steps
        .load(session -> contexts.acting(session, id))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, context -> context.circle().version())
        .take(
            context -> {
              context.circle().require(step);
              return take.apply(context).replaceWith(context.circle());
            })
        .tell((context, circle) -> List.of(CircleFacts.noted(circle, step.word())))
        .answer(
            (context, circle) ->
                views
                    .of(context.session(), circle, circle.membership(context.actor()).orElse(null))
                    .map(view -> Answer.ok(circle.version(), view)));
  }

  private static void requirePermitted(CircleContext context, CircleStep step) {
    if (context.membership() == null || !step.isOf(context.membership())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This circle is not yours for " + step.operation() + ".");
    }
  }

  static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  Uni<Answer> invite(UUID id, @Nullable String ifMatch, InvitationRequest request) {
    return take(
        id,
        ifMatch,
        CircleStep.INVITATION,
        context -> {
          List<UUID> inside =
              context.circle().members().stream()
                  .filter(Member::isIn)
                  .map(Member::employeeId)
                  .toList();
          if (inside.size() >= CoachingCircle.MOST) {
            throw Problem.of(
                CommonProblem.RULE_VIOLATED,
                "A circle has %d members, no more.".formatted(CoachingCircle.MOST));
          }
          return newcomers
              .require(context.session(), inside, List.of(request.employeeId()), i -> "/employeeId")
              .chain(() -> newcomers.invited(context.session(), List.of(request.employeeId())))
              .invoke(invited -> invited.forEach(context.circle()::invite))
              .replaceWithVoid();
        });
  }

  Uni<Answer> join(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        CircleStep.JOINING,
        context -> {
          context.circle().join(context.actor(), context.at());
          return done();
        });
  }

  Uni<Answer> leave(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        CircleStep.LEAVING,
        context -> {
          context.circle().leave(context.actor(), context.at());
          return done();
        });
  }

  Uni<Answer> close(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        CircleStep.CLOSING,
        context -> {
          CircleMeetings.requireNoneWaits(context);
          context.circle().close();
          return done();
        });
  }
}
