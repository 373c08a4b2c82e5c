package org.evenhand.review.growth.circle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.growth.circle.CoachingCircle;
import org.evenhand.review.growth.circle.Member;
import org.evenhand.review.growth.circle.Membership;
import org.evenhand.review.growth.circle.hour.Attendee;
import org.hibernate.reactive.mutiny.Mutiny;

/** In which time zones the members of a circle work. */
@ApplicationScoped
class Zones {

  private final Directory directory;
  private final Places places;

  Zones(Directory directory, Places places) {
    this.directory = directory;
    this.places = places;
  }

  /** Those who have joined, in their order. */
  Uni<List<Attendee>> attendees(Mutiny.Session session, CoachingCircle circle) {
    List<Member> joined =
        circle.members().stream()
            .filter(member -> member.membership() == Membership.JOINED)
            .toList();
    return zones(session, joined.stream().map(Member::employeeId).toList())
        .map(
            zones ->
                joined.stream()
                    .map(
                        member ->
                            new Attendee(
                                member.employeeId(),
                                zones.getOrDefault(member.employeeId(), ZoneOffset.UTC),
                                member.burden(),
                                member.wasInNight()))
                    .toList());
  }

  private Uni<Map<UUID, ZoneId>> zones(Mutiny.Session session, List<UUID> people) {
    return directory
        .byIds(session, people)
        .map(
            found ->
                found.values().stream()
                    .collect(
                        Collectors.toMap(
                            person -> person.id(),
                            person -> person.main().position().workLocation())))
        .chain(
            at ->
                places
                    .atAll(session, at.values())
                    .map(
                        days ->
                            at.entrySet().stream()
                                .collect(
                                    Collectors.toMap(
                                        Map.Entry::getKey,
                                        each ->
                                            days.getOrDefault(
                                                    each.getValue(), WorkingDays.unknown())
                                                .zone()
                                                .orElse(ZoneOffset.UTC)))));
  }
}
