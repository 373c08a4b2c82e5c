package org.evenhand.review.growth.goal.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

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
import org.evenhand.review.growth.CriteriaInForce;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalAction;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.goal.access.GoalContexts;
import org.evenhand.review.growth.goal.access.Writers;
import org.evenhand.review.growth.goal.access.Writers.As;
import org.evenhand.review.growth.goal.reading.GoalViews;
import org.evenhand.review.growth.goal.terms.GoalTerms;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalLinkRequest;
import org.evenhand.review.growth.goal.work.GoalRequests.GoalRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes goals, for oneself or for others, until somebody is to agree to them. */
@ApplicationScoped
class Drafts {

  /**
   * Who writes for whom.
   *
   * @param post empty where nobody of that id works here, or not in that assignment
   * @param as empty where the caller writes nothing for that person
   */
  private record Drafting(
      Mutiny.Session session,
      Viewer viewer,
      Optional<Post> post,
      Optional<As> as,
      WorkingDays days,
      Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }

    private LocalDate today() {
      return days.today(at);
    }
  }

  private final Steps steps;
  private final GoalSteps goalSteps;
  private final GoalContexts contexts;
  private final GoalViews views;
  private final Writers writers;
  private final Posts posts;
  private final Parents parents;
  private final CriteriaInForce criteria;
  private final Places places;
  private final Directory directory;
  private final Access access;
  private final Clock clock;

  Drafts(
      Steps steps,
      GoalSteps goalSteps,
      GoalContexts contexts,
      GoalViews views,
      Writers writers,
      Posts posts,
      Parents parents,
      CriteriaInForce criteria,
      Places places,
      Directory directory,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.goalSteps = goalSteps;
    this.contexts = contexts;
    this.views = views;
    this.writers = writers;
    this.posts = posts;
    this.parents = parents;
    this.criteria = criteria;
    this.places = places;
    this.directory = directory;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> draft(GoalRequest request) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> drafting(session, viewer, request)))
        .permit(Drafts::requireWriter)
        .add()
        .take(drafting -> draft(drafting, request))
        .tell((drafting, goal) -> List.of(new GoalFacts(goal, drafting.at()).noted("drafted")))
        .answer(
            (drafting, goal) ->
                contexts
                    .of(drafting.session(), goal.id(), drafting.viewer())
                    .chain(views::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/goals/" + goal.id()), goal.version(), view)));
  }

  private Uni<Drafting> drafting(Mutiny.Session session, Viewer viewer, GoalRequest request) {
    UUID person = Optional.ofNullable(request.employeeId()).orElseGet(viewer::employeeId);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return directory
        .byId(session, person)
        .map(
            found ->
                found
                    .filter(employee -> !employee.left())
                    .flatMap(
                        employee ->
                            employee.assignment(Optional.ofNullable(request.assignmentId())))
                    .map(Assignment::id))
        .chain(
            assignment ->
                assignment
                    .map(id -> drafting(session, viewer, id, now))
                    .orElseGet(
                        () ->
                            Uni.createFrom()
                                .item(
                                    () ->
                                        new Drafting(
                                            session,
                                            viewer,
                                            Optional.empty(),
                                            Optional.empty(),
                                            WorkingDays.unknown(),
                                            now))));
  }

  private Uni<Drafting> drafting(
      Mutiny.Session session, Viewer viewer, UUID assignment, Instant now) {
    return posts
        .get(session, assignment)
        .chain(
            post ->
                places
                    .at(session, post.workLocation())
                    .chain(
                        days ->
                            writers
                                .of(session, viewer, List.of(assignment))
                                .map(
                                    as ->
                                        new Drafting(
                                            session,
                                            viewer,
                                            Optional.of(post).filter(Post::open),
                                            Optional.ofNullable(as.get(assignment)),
                                            days,
                                            now))));
  }

  private static void requireWriter(Drafting drafting) {
    if (drafting.post().isPresent() && drafting.as().isEmpty()) {
      throw notTheirs();
    }
  }

  private static Problem notTheirs() {
    return Problem.of(
        CommonProblem.FORBIDDEN,
        "One writes goals for oneself and for people below; HR for the units that it serves.");
  }

  private Uni<Goal> draft(Drafting drafting, GoalRequest request) {
    Mutiny.Session session = drafting.session();
    Post post = drafting.post().orElseThrow(() -> nobody(request));
    GoalTerms terms = request.terms().terms("/terms", drafting.days(), drafting.at());
    Goal goal =
        new Goal(
            Ids.next(),
            post,
            drafting.actor(),
            Goal.Source.OWN,
            terms,
            drafting.today(),
            drafting.at());
    goal.link(request.parentId());
    return criteria
        .require(session, List.of(post.assignmentId()), terms.criterion(), "/terms/criterion")
        .chain(() -> parents.require(session, drafting.viewer(), null, request.parentId()))
        .chain(() -> session.persist(goal))
        .replaceWith(goal);
  }

  private static Problem nobody(GoalRequest request) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A goal belongs to somebody who works here.")
        .with(
            request.assignmentId() == null
                ? NOT_FOUND.at("/employeeId", "is nobody who works here")
                : NOT_FOUND.at("/assignmentId", "is no assignment in which the person works"));
  }

  Uni<Answer> link(UUID id, @Nullable String ifMatch, GoalLinkRequest request) {
    return goalSteps.take(
        id,
        ifMatch,
        GoalAction.LINK,
        context ->
            parents
                .require(context.session(), context.viewer(), id, request.parentId())
                .invoke(() -> context.goal().link(request.parentId()))
                .replaceWith(GoalSteps.noted(context, GoalAction.LINK)));
  }

  Uni<Answer> propose(UUID id, @Nullable String ifMatch) {
    return goalSteps.note(
        id,
        ifMatch,
        GoalAction.PROPOSAL,
        context -> {
          context.goal().reportTo(context.post().managerId());
          context.goal().propose(context.side().orElse(null), context.signature());
        });
  }
}
