package org.evenhand.review.growth.circle.work;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import org.evenhand.review.growth.circle.hour.Attendee;
import org.evenhand.review.growth.circle.hour.Burden;
import org.evenhand.review.growth.circle.hour.RotatingHour;
import org.evenhand.review.growth.circle.work.CircleRequests.CircleRequest;
import org.evenhand.review.growth.circle.work.CircleRequests.InvitationRequest;
import org.evenhand.review.growth.circle.work.CircleRequests.MeetingRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What people do with circles. */
@ApplicationScoped
class CircleSteps {

  private static final int MOST_MONTHS_AHEAD = 6;

  private record Founding(Mutiny.Session session, Viewer viewer) implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final CircleContexts contexts;
  private final CircleViews views;
  private final Newcomers newcomers;
  private final Zones zones;
  private final Access access;

  CircleSteps(
      Steps steps,
      CircleContexts contexts,
      CircleViews views,
      Newcomers newcomers,
      Zones zones,
      Access access) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.newcomers = newcomers;
    this.zones = zones;
    this.access = access;
  }

  Uni<Answer> found(CircleRequest request) {
    return steps
        .load(session -> access.person(session).map(viewer -> new Founding(session, viewer)))
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
                    .map(
                        free ->
                            new CoachingCircle(
                                Ids.next(), request.theme(), founding.actor(), request.invited()))
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

  private Uni<Answer> take(
      UUID id, @Nullable String ifMatch, CircleStep step, Function<CircleContext, Uni<Void>> take) {
    return steps
        .load(session -> contexts.of(session, id))
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

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  Uni<Answer> invite(UUID id, @Nullable String ifMatch, InvitationRequest request) {
    return take(
        id,
        ifMatch,
        CircleStep.INVITATION,
        context -> {
          List<UUID> inside = context.circle().members().stream().map(Member::employeeId).toList();
          if (inside.size() >= CoachingCircle.MOST) {
            throw Problem.of(
                CommonProblem.RULE_VIOLATED,
                "A circle has %d members, no more.".formatted(CoachingCircle.MOST));
          }
          return newcomers
              .require(context.session(), inside, List.of(request.employeeId()), i -> "/employeeId")
              .invoke(() -> context.circle().invite(request.employeeId()));
        });
  }

  Uni<Answer> join(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        CircleStep.JOINING,
        context -> {
          context.circle().join(context.actor());
          return done();
        });
  }

  Uni<Answer> leave(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        CircleStep.LEAVING,
        context -> {
          context.circle().leave(context.actor());
          return done();
        });
  }

  Uni<Answer> close(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        CircleStep.CLOSING,
        context -> {
          context.circle().close();
          return done();
        });
  }

  Uni<Answer> plan(UUID id, @Nullable String ifMatch, MeetingRequest request) {
    return take(
        id,
        ifMatch,
        CircleStep.PLANNING,
        context -> {
          requireAhead(request.day(), context.at());
          return zones
              .attendees(context.session(), context.circle())
              .invoke(attendees -> context.circle().plan(RotatingHour.on(request.day(), attendees)))
              .replaceWithVoid();
        });
  }

  private static void requireAhead(LocalDate day, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (!day.isAfter(today) || day.isAfter(today.plusMonths(MOST_MONTHS_AHEAD))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A meeting is planned ahead.")
          .with(RANGE.at("/day", "must be within six months, from tomorrow on"));
    }
  }

  Uni<Answer> met(UUID id, @Nullable String ifMatch) {
    return take(
        id,
        ifMatch,
        CircleStep.MEETING,
        context -> {
          Instant meeting =
              context
                  .circle()
                  .nextMeeting()
                  .filter(at -> !at.isAfter(context.at()))
                  .orElseThrow(CircleSteps::notYet);
          return zones
              .attendees(context.session(), context.circle())
              .invoke(attendees -> context.circle().met(asked(meeting, attendees)))
              .replaceWithVoid();
        });
  }

  private static Problem notYet() {
    return Problem.of(CommonProblem.STATE_CONFLICT, "No meeting of the circle has begun.")
        .allowing(List.of(CircleStep.PLANNING.operation()));
  }

  /** What the hour of the meeting asked of each, where they work. */
  private static UnaryOperator<Member> asked(Instant meeting, List<Attendee> attendees) {
    Map<UUID, LocalTime> hours =
        attendees.stream()
            .collect(
                Collectors.toMap(
                    Attendee::person, each -> RotatingHour.local(meeting, each.zone())));
    return member -> {
      LocalTime hour = Objects.requireNonNull(hours.get(member.employeeId()));
      return member.met(Burden.of(hour), Burden.isNight(hour));
    };
  }
}
