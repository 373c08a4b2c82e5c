package org.evenhand.review.growth.plan.work;

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
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanFacts;
import org.evenhand.review.growth.plan.PlanOrigin;
import org.evenhand.review.growth.plan.access.Beginners;
import org.evenhand.review.growth.plan.access.PlanContexts;
import org.evenhand.review.growth.plan.reading.PlanViews;
import org.evenhand.review.growth.plan.work.PlanRequests.PlanRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** Begins development plans that come of no result. */
@ApplicationScoped
class Beginning {

  /**
   * Who begins a plan for whom.
   *
   * @param post empty where nobody of that id works here, or not in that assignment
   * @param side empty where the caller plans nothing with that person
   */
  private record Begun(
      Mutiny.Session session,
      Viewer viewer,
      Optional<Post> post,
      Optional<AgreementSide> side,
      WorkingDays days,
      Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final PlanContexts contexts;
  private final PlanViews views;
  private final Beginners beginners;
  private final TermsInForce terms;
  private final Posts posts;
  private final Places places;
  private final Directory directory;
  private final Access access;
  private final DueWork dueWork;
  private final Clock clock;

  Beginning(
      Steps steps,
      PlanContexts contexts,
      PlanViews views,
      Beginners beginners,
      TermsInForce terms,
      Posts posts,
      Places places,
      Directory directory,
      Access access,
      DueWork dueWork,
      Clock clock) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.beginners = beginners;
    this.terms = terms;
    this.posts = posts;
    this.places = places;
    this.directory = directory;
    this.access = access;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  Uni<Answer> begin(PlanRequest request) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> begun(session, viewer, request)))
        .permit(Beginning::requireSide)
        .add()
        .take(begun -> begin(begun, request))
        .tell((begun, plan) -> List.of(new PlanFacts(plan, begun.at()).noted("begun")))
        .answer(
            (begun, plan) ->
                contexts
                    .of(begun.session(), plan.id(), begun.viewer())
                    .chain(views::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/development-plans/" + plan.id()),
                                plan.version(),
                                view)));
  }

  private Uni<Begun> begun(Mutiny.Session session, Viewer viewer, PlanRequest request) {
    UUID person = Optional.ofNullable(request.employeeId()).orElseGet(viewer::employeeId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Begun nobody =
        new Begun(session, viewer, Optional.empty(), Optional.empty(), WorkingDays.unknown(), now);
    return directory
        .byId(session, person)
        .chain(
            found ->
                found
                    .filter(employee -> !employee.left())
                    .flatMap(
                        employee ->
                            employee.assignment(Optional.ofNullable(request.assignmentId())))
                    .map(Assignment::id)
                    .map(id -> begun(session, viewer, id, now))
                    .orElseGet(() -> Uni.createFrom().item(nobody)));
  }

  private Uni<Begun> begun(Mutiny.Session session, Viewer viewer, UUID assignment, Instant now) {
    return posts
        .get(session, assignment)
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .chain(
                        days ->
                            beginners
                                .side(session, viewer, assignment)
                                .map(
                                    side ->
                                        new Begun(
                                            session,
                                            viewer,
                                            Optional.of(post).filter(Post::open),
                                            side,
                                            days,
                                            now))));
  }

  private static void requireSide(Begun begun) {
    if (begun.post().isPresent() && begun.side().isEmpty()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "One plans one's own development, and that of people below.");
    }
  }

  private Uni<DevelopmentPlan> begin(Begun begun, PlanRequest request) {
    Mutiny.Session session = begun.session();
    Post post = begun.post().orElseThrow(() -> nobody(request));
    return terms
        .read(session, request.terms(), null, List.of(), post, begun.days(), begun.at())
        .map(
            read ->
                new DevelopmentPlan(
                    Ids.next(),
                    post,
                    PlanOrigin.begunBy(begun.actor()),
                    read,
                    begun.days().today(begun.at()),
                    begun.at()))
        .call(session::persist)
        // Somebody may be away by now, or report to somebody else.
        .call(plan -> dueWork.schedule(session, PlanWatch.KIND, plan.id(), begun.at()));
  }

  private static Problem nobody(PlanRequest request) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A plan belongs to somebody who works here.")
        .with(
            request.assignmentId() == null
                ? NOT_FOUND.at("/employeeId", "is nobody who works here")
                : NOT_FOUND.at("/assignmentId", "is no assignment in which the person works"));
  }
}
