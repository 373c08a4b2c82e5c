package org.evenhand.review.growth.circle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.circle.CoachingCircle;
import org.evenhand.review.growth.circle.Member;
import org.evenhand.review.growth.circle.Membership;
import org.evenhand.review.growth.circle.hour.Attendee;
import org.evenhand.review.growth.circle.hour.Burden;
import org.evenhand.review.growth.circle.work.CircleView.LocalHourView;
import org.evenhand.review.growth.circle.work.CircleView.MeetingView;
import org.evenhand.review.growth.circle.work.CircleView.MemberView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Shows circles to their members, and to HR that they exist. */
@ApplicationScoped
class CircleViews {

  private final Directory directory;
  private final Zones zones;

  CircleViews(Directory directory, Zones zones) {
    this.directory = directory;
    this.zones = zones;
  }

  /**
   * @param membership null for HR, and for whoever has just left
   */
  Uni<CircleView> of(
      Mutiny.Session session, CoachingCircle circle, @Nullable Membership membership) {
    if (membership == null || membership == Membership.IN_LINE) {
      return Uni.createFrom().item(outside(circle, membership));
    }
    return directory
        .names(
            session, circle.members().stream().map(Member::employeeId).collect(Collectors.toSet()))
        .chain(
            names ->
                meeting(session, circle, membership, names)
                    .map(meetings -> inside(circle, membership, names, meetings)));
  }

  Uni<List<CircleView>> of(Mutiny.Session session, List<CoachingCircle> circles, UUID viewer) {
    Uni<List<CircleView>> views = Uni.createFrom().item(ArrayList::new);
    for (CoachingCircle circle : circles) {
      views =
          views.call(
              shown ->
                  of(session, circle, circle.membership(viewer).orElse(null)).invoke(shown::add));
    }
    return views;
  }

  private static CircleView outside(CoachingCircle circle, @Nullable Membership membership) {
    return new CircleView(
        circle.id(),
        circle.state(),
        circle.size(),
        circle.meetingsHeld(),
        membership,
        null,
        null,
        null,
        membership == null ? List.of() : circle.open(membership));
  }

  private static CircleView inside(
      CoachingCircle circle, Membership membership, Names names, List<MeetingView> meetings) {
    return new CircleView(
        circle.id(),
        circle.state(),
        circle.size(),
        circle.meetingsHeld(),
        membership,
        circle.theme(),
        circle.members().stream()
            .filter(member -> member.membership() != Membership.IN_LINE)
            .map(member -> new MemberView(names.of(member.employeeId()), member.membership()))
            .toList(),
        meetings.stream().findFirst().orElse(null),
        circle.open(membership));
  }

  private Uni<List<MeetingView>> meeting(
      Mutiny.Session session, CoachingCircle circle, Membership membership, Names names) {
    if (circle.nextMeeting().isEmpty() || membership != Membership.JOINED) {
      return Uni.createFrom().item(List.of());
    }
    Instant at = circle.nextMeeting().get();
    return zones
        .attendees(session, circle)
        .map(
            attendees ->
                List.of(
                    new MeetingView(
                        at, attendees.stream().map(each -> hour(at, each, names)).toList())));
  }

  private static LocalHourView hour(Instant at, Attendee attendee, Names names) {
    ZonedDateTime there = at.atZone(attendee.zone());
    LocalTime time = there.toLocalTime();
    return new LocalHourView(
        names.of(attendee.person()),
        attendee.zone().getId().equals("Z") ? "UTC" : attendee.zone().getId(),
        there.toLocalDate(),
        time.toString(),
        Burden.isNight(time));
  }
}
