package org.evenhand.review.growth.mentoring.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.mentoring.Mentoring;
import org.evenhand.review.growth.mentoring.MentoringFacts;
import org.evenhand.review.growth.mentoring.MentoringPart;
import org.evenhand.review.growth.mentoring.MentoringRepository;
import org.evenhand.review.growth.mentoring.profile.MentorProfiles;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;

/** How somebody asks another to be their mentor. */
@ApplicationScoped
class Asking {

  /** Who asks. */
  private record Mentee(Mutiny.Session session, Viewer viewer) implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final MentoringReading reading;
  private final MentoringRepository mentorings;
  private final MentorProfiles profiles;
  private final Directory directory;
  private final Places places;
  private final Access access;
  private final Clock clock;

  Asking(
      Steps steps,
      MentoringReading reading,
      MentoringRepository mentorings,
      MentorProfiles profiles,
      Directory directory,
      Places places,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.reading = reading;
    this.mentorings = mentorings;
    this.profiles = profiles;
    this.directory = directory;
    this.places = places;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> ask(MentoringRequest request) {
    return steps
        .load(
            session ->
                access
                    .acting(session)
                    // Two questions at once are asked one after the other.
                    .call(() -> profiles.hold(session, request.mentorId()))
                    .map(viewer -> new Mentee(session, viewer)))
        .permitAll()
        .add()
        .take(mentee -> ask(mentee, request))
        .tell((mentee, asked) -> List.of(MentoringFacts.noted(asked, "asked")))
        .answer(
            (mentee, asked) ->
                reading
                    .view(
                        new MentoringContext(
                            mentee.session(), asked, mentee.viewer(), MentoringPart.MENTEE))
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/mentorings/" + asked.id()),
                                asked.version(),
                                view)));
  }

  private Uni<Mentoring> ask(Mentee mentee, MentoringRequest request) {
    Mutiny.Session session = mentee.session();
    UUID mentor = request.mentorId();
    return profiles
        .hasPlace(session, mentor)
        .invoke(Asking::requireOffered)
        .chain(() -> requireOutsideLine(mentee, mentor))
        .chain(() -> requireFirst(mentee, mentor))
        .chain(() -> today(session, mentee.actor()))
        .chain(
            today ->
                Exits.seen(session, List.of(mentee.actor(), mentor))
                    .map(seen -> Collections.max(seen.values()))
                    .map(
                        seen ->
                            new Mentoring(
                                Ids.next(), mentee.actor(), mentor, request.topic(), today, seen)))
        .call(session::persist);
  }

  private static void requireOffered(boolean offered) {
    if (!offered) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A mentor is somebody who offers to be one.")
          .with(NOT_ALLOWED.at("/mentorId", "is nobody who has a place to offer just now"));
    }
  }

  private Uni<Void> requireOutsideLine(Mentee mentee, UUID mentor) {
    return mentorings
        .inLine(mentee.session(), mentee.actor(), mentor)
        .invoke(
            inLine -> {
              if (inLine || mentee.viewer().is(mentor)) {
                throw Problem.of(
                        CommonProblem.RULE_VIOLATED, "A mentor has no line to whoever asks them.")
                    .with(NOT_ALLOWED.at("/mentorId", "is above or below, or the same person"));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> requireFirst(Mentee mentee, UUID mentor) {
    return mentorings
        .isOpen(mentee.session(), mentor, mentee.actor())
        .invoke(
            open -> {
              if (open) {
                throw Problem.of(
                        CommonProblem.STATE_CONFLICT, "There is one between the two already.")
                    .allowing(List.of());
              }
            })
        .chain(() -> mentorings.hasDeclined(mentee.session(), mentor, mentee.actor()))
        .invoke(
            declined -> {
              if (declined) {
                throw Problem.of(
                        CommonProblem.STATE_CONFLICT, "They have declined, and aren't asked again.")
                    .allowing(List.of());
              }
            })
        .replaceWithVoid();
  }

  /** The day where whoever asks works. */
  private Uni<LocalDate> today(Mutiny.Session session, UUID person) {
    return directory
        .byId(session, person)
        .chain(found -> places.at(session, found.orElseThrow().main().position().workLocation()))
        .map(days -> days.today(clock.instant()));
  }
}
