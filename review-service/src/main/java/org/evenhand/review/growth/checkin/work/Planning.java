package org.evenhand.review.growth.checkin.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInFacts;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.checkin.Plan;
import org.evenhand.review.growth.checkin.access.CheckInContexts;
import org.evenhand.review.growth.checkin.reading.CheckInViews;
import org.evenhand.review.growth.checkin.work.CheckInRequests.CheckInRequest;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Plans the next check-in of two. */
@ApplicationScoped
class Planning {

  /**
   * Who plans for whom.
   *
   * @param post empty where nobody of that id works here, or not in that assignment
   */
  private record Asked(
      Mutiny.Session session, Viewer viewer, Optional<Post> post, WorkingDays days, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }

    private boolean isOneOfTheTwo() {
      return post.filter(
              its -> viewer.is(its.employeeId()) || viewer.employeeId().equals(its.managerId()))
          .isPresent();
    }
  }

  private final Steps steps;
  private final Beginnings beginnings;
  private final Cadence cadence;
  private final CheckInRepository checkIns;
  private final CheckInContexts contexts;
  private final CheckInViews views;
  private final Posts posts;
  private final Places places;
  private final Directory directory;
  private final Access access;
  private final Clock clock;

  Planning(
      Steps steps,
      Beginnings beginnings,
      Cadence cadence,
      CheckInRepository checkIns,
      CheckInContexts contexts,
      CheckInViews views,
      Posts posts,
      Places places,
      Directory directory,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.beginnings = beginnings;
    this.cadence = cadence;
    this.checkIns = checkIns;
    this.contexts = contexts;
    this.views = views;
    this.posts = posts;
    this.places = places;
    this.directory = directory;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> plan(CheckInRequest request) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> asked(session, viewer, request)))
        .permit(Planning::requireOneOfTheTwo)
        .add()
        .take(asked -> plan(asked, request))
        .tell((asked, checkIn) -> List.of(CheckInFacts.noted(checkIn, "planned")))
        .answer(
            (asked, checkIn) ->
                contexts
                    .of(asked.session(), checkIn.id(), asked.viewer())
                    .chain(views::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/check-ins/" + checkIn.id()),
                                checkIn.version(),
                                view)));
  }

  private Uni<Asked> asked(Mutiny.Session session, Viewer viewer, CheckInRequest request) {
    UUID person = Optional.ofNullable(request.employeeId()).orElseGet(viewer::employeeId);
    return directory
        .byId(session, person)
        .map(
            found ->
                found
                    .filter(employee -> !employee.left())
                    .flatMap(
                        employee ->
                            employee.assignment(Optional.ofNullable(request.assignmentId())))
                    .map(Assignment::id)
                    .stream()
                    .toList())
        .chain(assignments -> posts.byIds(session, assignments))
        .chain(
            found -> {
              Optional<Post> post = found.values().stream().filter(Post::open).findFirst();
              return places
                  .at(session, post.map(Post::workLocation).orElse(null))
                  .map(days -> new Asked(session, viewer, post, days, now()));
            });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static void requireOneOfTheTwo(Asked asked) {
    if (asked.post().isPresent() && !asked.isOneOfTheTwo()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "A check-in is planned by the employee, or by whoever leads them.");
    }
  }

  private Uni<CheckIn> plan(Asked asked, CheckInRequest request) {
    Post post = asked.post().orElseThrow(() -> nobody(request));
    Pair pair = Pair.of(post).orElseThrow(() -> unled(request));
    PlannedDay.require(request.plannedFor(), asked.days(), asked.at());
    return checkIns
        .isPlanned(asked.session(), pair.assignmentId())
        .invoke(
            planned -> {
              if (planned) {
                throw Problem.of(
                        CommonProblem.STATE_CONFLICT,
                        "The next check-in is planned already; it can be moved.")
                    .allowing(List.of(CheckInStep.CHANGE.operation()));
              }
            })
        .chain(() -> cadence.rhythm(asked.session(), pair.assignmentId(), request.everyWeeks()))
        .map(weeks -> Plan.on(request.plannedFor(), weeks.orElse(null), asked.days()))
        .chain(plan -> beginnings.begin(asked.session(), pair, plan, asked.days(), asked.at()));
  }

  private static Problem nobody(CheckInRequest request) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A check-in is with somebody who works here.")
        .with(
            request.assignmentId() == null
                ? NOT_FOUND.at("/employeeId", "is nobody who works here")
                : NOT_FOUND.at("/assignmentId", "is no assignment in which the person works"));
  }

  private static Problem unled(CheckInRequest request) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A check-in is with whoever leads the person.")
        .with(
            NOT_FOUND.at(
                request.assignmentId() == null ? "/employeeId" : "/assignmentId",
                "is led by nobody"));
  }
}
