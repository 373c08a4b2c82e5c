package org.evenhand.review.growth.remediation.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
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
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.remediation.RemediationFacts;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.access.RemediationContexts;
import org.evenhand.review.growth.remediation.reading.RemediationViews;
import org.evenhand.review.growth.remediation.terms.RemediationTerms;
import org.evenhand.review.growth.remediation.terms.RemediationTermsReading;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ProposalRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** Whoever leads somebody proposes a plan; the person hears of it once HR has looked at it. */
@ApplicationScoped
class Proposing {

  /**
   * Who proposes a plan for whom.
   *
   * @param post empty where nobody of that id works here, or not in that assignment
   * @param leads whether the caller leads them there
   */
  private record Proposed(
      Mutiny.Session session, Viewer viewer, Optional<Post> post, boolean leads, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final RemediationContexts contexts;
  private final RemediationViews views;
  private final HrOfUnit hr;
  private final Directory directory;
  private final Posts posts;
  private final Places places;
  private final DueWork dueWork;
  private final Access access;
  private final Clock clock;

  Proposing(
      Steps steps,
      RemediationContexts contexts,
      RemediationViews views,
      HrOfUnit hr,
      Directory directory,
      Posts posts,
      Places places,
      DueWork dueWork,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.contexts = contexts;
    this.views = views;
    this.hr = hr;
    this.directory = directory;
    this.posts = posts;
    this.places = places;
    this.dueWork = dueWork;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> propose(ProposalRequest request) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> proposed(session, viewer, request)))
        .permit(Proposing::requireLeader)
        .add()
        .take(proposed -> propose(proposed, request))
        .tell((proposed, plan) -> List.of(RemediationFacts.noted(plan, "proposed")))
        .answer(
            (proposed, plan) ->
                contexts
                    .of(proposed.session(), plan.id(), proposed.viewer())
                    .chain(views::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/remediation-plans/" + plan.id()),
                                plan.version(),
                                view)));
  }

  private Uni<Proposed> proposed(Mutiny.Session session, Viewer viewer, ProposalRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return directory
        .byId(session, request.employeeId())
        .chain(
            found ->
                found
                    .filter(employee -> !employee.left())
                    .flatMap(
                        employee ->
                            employee.assignment(Optional.ofNullable(request.assignmentId())))
                    .map(assignment -> posts.get(session, assignment.id()).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
        .map(post -> post.filter(Post::open))
        .map(
            post ->
                new Proposed(
                    session,
                    viewer,
                    post,
                    post.flatMap(each -> Optional.ofNullable(each.managerId()))
                        .filter(viewer::is)
                        .isPresent(),
                    now));
  }

  private static void requireLeader(Proposed proposed) {
    if (!proposed.leads()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "Whoever leads somebody in an assignment proposes such a plan.");
    }
  }

  private Uni<RemediationPlan> propose(Proposed proposed, ProposalRequest request) {
    Mutiny.Session session = proposed.session();
    Post post = proposed.post().orElseThrow();
    RemediationTerms terms = new RemediationTermsReading(null, false).read(request.terms());
    return requireNone(session, post)
        .chain(() -> places.at(session, post.workLocation()))
        .chain(
            days ->
                hr.of(session, post.assignmentId())
                    .map(partner -> partner.orElseThrow(Proposing::nobodyLooks))
                    .map(partner -> plan(proposed, post, partner, terms, days))
                    .call(session::persist)
                    .call(
                        plan ->
                            dueWork.schedule(
                                session,
                                RemediationClock.KIND,
                                plan.id(),
                                days.endOf(plan.reviewBy().orElseThrow()))))
        // Somebody may be away by now, or report to somebody else.
        .call(plan -> dueWork.schedule(session, RemediationWatch.KIND, plan.id(), proposed.at()));
  }

  private static RemediationPlan plan(
      Proposed proposed, Post post, UUID hr, RemediationTerms terms, WorkingDays days) {
    LocalDate today = days.today(proposed.at());
    return new RemediationPlan(
        Ids.next(),
        post,
        proposed.actor(),
        hr,
        terms,
        today,
        days.plus(today, Changing.DAYS_TO_LOOK));
  }

  /** It would wait for nobody. */
  private static Problem nobodyLooks() {
    return Problem.of(CommonProblem.RULE_VIOLATED, "HR looks at such a plan first.")
        .with(
            NOT_ALLOWED.at(
                "/employeeId", "works in a unit that nobody of HR outside their chain serves"));
  }

  /** Whoever leads the person would see the open one anyway. */
  private static Uni<Void> requireNone(Mutiny.Session session, Post post) {
    return Rows.of(
            session,
            "select id from remediation_plan where assignment_id = :id and closed_on is null")
        .bind("id", post.assignmentId())
        .any()
        .invoke(
            open -> {
              if (open) {
                throw Problem.of(
                        CommonProblem.STATE_CONFLICT, "There is a plan already, and it is open.")
                    .allowing(List.of(RemediationStep.CANCELLATION.operation()));
              }
            })
        .replaceWithVoid();
  }
}
