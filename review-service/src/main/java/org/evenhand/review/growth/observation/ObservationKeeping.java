package org.evenhand.review.growth.observation;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.directory.people.Position;
import org.evenhand.review.growth.observation.ObservationRequests.NewObservation;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what somebody saw: of themself, or of anybody who isn't above them. What people see of
 * those who lead them is a view from below, whose author nobody learns.
 */
@ApplicationScoped
class ObservationKeeping {

  /** About one person by one author, and not cited yet. */
  private static final int MOST_KEPT = 200;

  private record Author(Mutiny.Session session, Viewer viewer) implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final ObservationContexts contexts;
  private final ObservationRepository observations;
  private final ObservationReading reading;
  private final CriteriaInForce criteria;
  private final Places places;
  private final Directory directory;
  private final Access access;
  private final LineOfAuthor line;

  ObservationKeeping(
      Steps steps,
      ObservationContexts contexts,
      ObservationRepository observations,
      ObservationReading reading,
      CriteriaInForce criteria,
      Places places,
      Directory directory,
      Access access,
      LineOfAuthor line) {
    this.steps = steps;
    this.contexts = contexts;
    this.observations = observations;
    this.reading = reading;
    this.criteria = criteria;
    this.places = places;
    this.directory = directory;
    this.access = access;
    this.line = line;
  }

  Uni<Answer> keep(NewObservation request) {
    return steps
        .load(session -> access.person(session).map(viewer -> new Author(session, viewer)))
        .permitAll()
        .add()
        .take(author -> kept(author, request))
        .tell((author, made) -> ObservationContext.facts(made, "kept"))
        .answer(
            (author, made) ->
                contexts
                    .of(author.session(), made.id())
                    .chain(reading::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/observations/" + view.id()),
                                made.version(),
                                view)));
  }

  private Uni<GatheredObservation> kept(Author author, NewObservation request) {
    Mutiny.Session session = author.session();
    UUID of = Objects.requireNonNullElse(request.employeeId(), author.actor());
    return subject(session, of)
        .call(subject -> requireNotAbove(author, subject))
        .call(subject -> criteria.require(session, position(subject), request.criterion()))
        .call(subject -> requireHappened(author, subject, request.observedOn()))
        .call(subject -> requireRoom(author, subject))
        .map(subject -> observation(author, subject, request))
        .call(session::persist);
  }

  private GatheredObservation observation(Author author, Employee subject, NewObservation request) {
    return new GatheredObservation(
        Ids.next(),
        author.actor(),
        subject.id(),
        request.criterion(),
        request.observedOn(),
        request.words(),
        contexts.now());
  }

  private Uni<Employee> subject(Mutiny.Session session, UUID id) {
    return directory
        .byId(session, id)
        .map(
            found ->
                found
                    .filter(person -> !person.left())
                    .orElseThrow(
                        () ->
                            Problem.of(
                                    ReviewProblem.OBSERVED_NOT_POSSIBLE,
                                    "Nobody who works here goes by this id.")
                                .with(NOT_FOUND.at("/employeeId", "is nobody who works here"))));
  }

  private Uni<Void> requireNotAbove(Author author, Employee subject) {
    return line.isAbove(author.session(), author.viewer(), subject.id())
        .invoke(
            above -> {
              if (above) {
                throw Problem.of(
                        ReviewProblem.OBSERVED_NOT_POSSIBLE,
                        "What one sees of those who lead one is a view from below.")
                    .with(NOT_ALLOWED.at("/employeeId", "is above you"));
              }
            })
        .replaceWithVoid();
  }

  /** A day is a day at the place of the person. */
  private Uni<Void> requireHappened(Author author, Employee subject, LocalDate observedOn) {
    return places
        .at(author.session(), position(subject).workLocation())
        .invoke(
            there -> {
              if (observedOn.isAfter(there.today(contexts.now()))) {
                throw Problem.of(
                        ReviewProblem.OBSERVED_IN_FUTURE, "Only what has happened can be observed.")
                    .with(
                        RANGE.at(
                            "/observedOn", "is a day that has not begun where the person works"));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> requireRoom(Author author, Employee subject) {
    return observations
        .kept(author.session(), author.actor(), subject.id())
        .invoke(
            kept -> {
              if (kept >= MOST_KEPT) {
                throw Problem.of(
                    CommonProblem.RULE_VIOLATED,
                    "One keeps " + MOST_KEPT + " observations of a person at most.");
              }
            })
        .replaceWithVoid();
  }

  private static Position position(Employee person) {
    return person.main().position();
  }
}
