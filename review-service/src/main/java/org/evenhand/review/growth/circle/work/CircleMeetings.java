package org.evenhand.review.growth.circle.work;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.circle.CircleStep;
import org.evenhand.review.growth.circle.Member;
import org.evenhand.review.growth.circle.hour.Attendee;
import org.evenhand.review.growth.circle.hour.Burden;
import org.evenhand.review.growth.circle.hour.RotatingHour;
import org.evenhand.review.growth.circle.work.CircleRequests.CancellationRequest;
import org.evenhand.review.growth.circle.work.CircleRequests.MeetingRequest;
import org.evenhand.review.growth.circle.work.CircleRequests.WhichMeeting;
import org.jspecify.annotations.Nullable;

/** When a circle meets, and that it has. */
@ApplicationScoped
class CircleMeetings {

  private static final int MOST_MONTHS_AHEAD = 6;

  private final CircleSteps steps;
  private final Zones zones;

  CircleMeetings(CircleSteps steps, Zones zones) {
    this.steps = steps;
    this.zones = zones;
  }

  Uni<Answer> plan(UUID id, @Nullable String ifMatch, MeetingRequest request) {
    return steps.take(
        id,
        ifMatch,
        CircleStep.PLANNING,
        context -> {
          requireAhead(request.day(), context.at());
          requireNoneWaits(context);
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

  /** What took place and isn't recorded would be lost. */
  static void requireNoneWaits(CircleContext context) {
    if (context.circle().hasBegun(context.at())) {
      throw Problem.of(
              CommonProblem.STATE_CONFLICT,
              "The hour of a meeting has come: record that it was held, or cancel it.")
          .allowing(List.of(CircleStep.MEETING.operation(), CircleStep.CANCELLATION.operation()));
    }
  }

  Uni<Answer> cancel(UUID id, @Nullable String ifMatch, CancellationRequest request) {
    return steps.take(
        id,
        ifMatch,
        CircleStep.CANCELLATION,
        context -> {
          if (request.meeting() == WhichMeeting.NEXT) {
            require(context.circle().nextMeeting(), "No meeting is planned.");
            context.circle().cancelNext();
          } else {
            require(context.circle().lastMeeting(), "None is recorded that could be taken back.");
            context.circle().takeBackLast();
          }
          return CircleSteps.done();
        });
  }

  private static void require(Optional<?> meeting, String otherwise) {
    if (meeting.isEmpty()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, otherwise)
          .allowing(List.of(CircleStep.PLANNING.operation()));
    }
  }

  Uni<Answer> met(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        CircleStep.MEETING,
        context -> {
          Instant meeting =
              context
                  .circle()
                  .nextMeeting()
                  .filter(at -> !at.isAfter(context.at()))
                  .orElseThrow(CircleMeetings::notYet);
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
