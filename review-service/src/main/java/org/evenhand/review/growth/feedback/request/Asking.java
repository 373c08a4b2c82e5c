package org.evenhand.review.growth.feedback.request;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;

/** Anybody asks a colleague about themself; who leads somebody directly asks others about them. */
@ApplicationScoped
class Asking {

  private static final int MOST_OPEN = 10;

  private static final String LEADS =
      """
      select near.employee as id from reporting_line near
      where near.above = :viewer and near.employee = :about
        and near.relationship = 'LINE' and near.depth = 1
      """;

  private record Asker(Mutiny.Session session, Viewer viewer) implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final FeedbackRequestContexts contexts;
  private final FeedbackRequestRepository requests;
  private final FeedbackRequestReading reading;
  private final Places places;
  private final Directory directory;
  private final Access access;
  private final DueWork dueWork;

  Asking(
      Steps steps,
      FeedbackRequestContexts contexts,
      FeedbackRequestRepository requests,
      FeedbackRequestReading reading,
      Places places,
      Directory directory,
      Access access,
      DueWork dueWork) {
    this.steps = steps;
    this.contexts = contexts;
    this.requests = requests;
    this.reading = reading;
    this.places = places;
    this.directory = directory;
    this.access = access;
    this.dueWork = dueWork;
  }

  Uni<Answer> ask(NewFeedbackRequest body) {
    return steps
        .load(session -> access.person(session).map(viewer -> new Asker(session, viewer)))
        .permitAll()
        .add()
        .take(asker -> asked(asker, body))
        .tell((asker, made) -> List.of(made.fact("asked")))
        .answer(
            (asker, made) ->
                contexts
                    .of(asker.session(), made.id())
                    .chain(reading::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/feedback-requests/" + view.id()),
                                made.version(),
                                view)));
  }

  private Uni<FeedbackRequest> asked(Asker asker, NewFeedbackRequest body) {
    UUID about = Objects.requireNonNullElse(body.aboutId(), asker.actor());
    FeedbackRequest.People people =
        new FeedbackRequest.People(asker.actor(), body.askedId(), about);
    requireAnother(people);
    return directory
        .byIds(asker.session(), List.of(body.askedId(), about))
        .invoke(found -> requireHere(found, body.askedId(), "/askedId"))
        .invoke(found -> requireHere(found, about, "/aboutId"))
        .call(() -> requireLead(asker, people))
        .call(() -> requireRoom(asker.session(), body.askedId()))
        .chain(found -> days(asker.session(), found, people, body))
        .chain(
            days ->
                Exits.seen(asker.session(), people.all())
                    .map(seen -> Collections.max(seen.values()))
                    .map(
                        seen ->
                            new FeedbackRequest(
                                Ids.next(), people, seen, body.question(), days, contexts.now())))
        .call(asker.session()::persist)
        .call(
            made -> dueWork.schedule(asker.session(), RequestLapse.KIND, made.id(), made.dueAt()));
  }

  private static void requireAnother(FeedbackRequest.People people) {
    if (people.asked().equals(people.asker())) {
      throw notPossible(NOT_ALLOWED.at("/askedId", "is yourself"));
    }
    if (people.asked().equals(people.about())) {
      throw notPossible(NOT_ALLOWED.at("/askedId", "is whom it is about"));
    }
  }

  private static void requireHere(Map<UUID, Employee> found, UUID person, String pointer) {
    if (Optional.ofNullable(found.get(person)).filter(one -> !one.left()).isEmpty()) {
      throw notPossible(NOT_FOUND.at(pointer, "is nobody who works here"));
    }
  }

  private static Uni<Void> requireLead(Asker asker, FeedbackRequest.People people) {
    return people.isOwn()
        ? Uni.createFrom().voidItem()
        : Rows.of(asker.session(), LEADS)
            .bind("viewer", asker.actor())
            .bind("about", people.about())
            .any()
            .invoke(
                leads -> {
                  if (!leads) {
                    throw notPossible(
                        NOT_ALLOWED.at("/aboutId", "is neither yourself nor a report of yours"));
                  }
                })
            .replaceWithVoid();
  }

  private Uni<Void> requireRoom(Mutiny.Session session, UUID asked) {
    return requests
        .openOf(session, asked)
        .invoke(
            open -> {
              if (open >= MOST_OPEN) {
                throw notPossible(
                    NOT_ALLOWED.at(
                        "/askedId", "has %d open requests already".formatted(MOST_OPEN)));
              }
            })
        .replaceWithVoid();
  }

  private Uni<FeedbackRequest.Days> days(
      Mutiny.Session session,
      Map<UUID, Employee> found,
      FeedbackRequest.People people,
      NewFeedbackRequest body) {
    String atAsked = place(found, people.asked());
    String atAbout = place(found, people.about());
    return places
        .atAll(session, List.of(atAsked, atAbout))
        .map(
            at ->
                new RequestedDays(
                        Objects.requireNonNull(at.get(atAsked)),
                        Objects.requireNonNull(at.get(atAbout)))
                    .of(body.dueOn(), body.opensOn(), people.isOwn(), contexts.now()));
  }

  private static String place(Map<UUID, Employee> found, UUID person) {
    return Objects.requireNonNull(found.get(person)).main().position().workLocation();
  }

  private static Problem notPossible(Violation why) {
    return Problem.of(ReviewProblem.FEEDBACK_NOT_POSSIBLE, "Feedback can't be asked for so.")
        .with(why);
  }
}
