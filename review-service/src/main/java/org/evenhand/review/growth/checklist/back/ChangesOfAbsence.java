package org.evenhand.review.growth.checklist.back;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.access.ChecklistContext;
import org.evenhand.review.growth.checklist.access.ChecklistContexts;
import org.evenhand.review.growth.checklist.access.ChecklistRelation;
import org.evenhand.review.growth.checklist.back.ChangesView.AnnouncedPolicy;
import org.evenhand.review.growth.checklist.back.ChangesView.GoalFromBefore;
import org.evenhand.review.growth.checklist.back.ChangesView.OpenOpportunity;
import org.evenhand.review.growth.checklist.back.ChangesView.PolicyThenAndNow;
import org.evenhand.review.growth.checklist.back.ChangesView.RunningTraining;
import org.evenhand.review.growth.checklist.back.PoliciesMeanwhile.Found;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.policy.PolicyState;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells whoever is back what has changed meanwhile, from what stands now: nothing is kept of it, so
 * nothing is out of date.
 */
@ApplicationScoped
public class ChangesOfAbsence {

  private final Mutiny.SessionFactory sessions;
  private final ChecklistContexts contexts;
  private final PoliciesMeanwhile policies;
  private final ReviewsMeanwhile reviews;
  private final GoalRepository goals;
  private final TrainingsNow trainings;
  private final OpportunitiesNow opportunities;
  private final Access access;

  ChangesOfAbsence(
      Mutiny.SessionFactory sessions,
      ChecklistContexts contexts,
      PoliciesMeanwhile policies,
      ReviewsMeanwhile reviews,
      GoalRepository goals,
      TrainingsNow trainings,
      OpportunitiesNow opportunities,
      Access access) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.policies = policies;
    this.reviews = reviews;
    this.goals = goals;
    this.trainings = trainings;
    this.opportunities = opportunities;
    this.access = access;
  }

  public Uni<ChangesView> of(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(viewer -> contexts.of(session, id, viewer))
                .invoke(ChangesOfAbsence::requireBack)
                .chain(this::changes));
  }

  /** It tells of their own time away and work, and of nobody else's. */
  private static void requireBack(ChecklistContext context) {
    if (!context.relations().contains(ChecklistRelation.OWN)) {
      throw Problem.of(CommonProblem.FORBIDDEN, "What has changed is told to whoever was away.");
    }
    if (context.list().kind() != ChecklistKind.RETURN) {
      throw Problem.of(CommonProblem.NOT_FOUND, "This list is not of a return.");
    }
  }

  private Uni<ChangesView> changes(ChecklistContext context) {
    LocalDate since = context.list().awaySince().orElse(context.list().startsOn());
    return policies
        .since(context.session(), context.list().assignmentId(), since)
        .chain(found -> changes(context, since, found));
  }

  private Uni<ChangesView> changes(ChecklistContext context, LocalDate since, List<Found> found) {
    Mutiny.Session session = context.session();
    UUID assignment = context.list().assignmentId();
    return reviews
        .open(session, assignment)
        .chain(
            open ->
                reviews
                    .shared(session, assignment, context.days(), since, context.list().startsOn())
                    .chain(
                        shared ->
                            goals(session, assignment)
                                .chain(
                                    goals ->
                                        now(context, since)
                                            .map(
                                                now ->
                                                    new ChangesView(
                                                        since,
                                                        took(found),
                                                        announced(found),
                                                        open,
                                                        shared,
                                                        goals,
                                                        now.trainings(),
                                                        now.opportunities())))));
  }

  private record Now(List<RunningTraining> trainings, List<OpenOpportunity> opportunities) {}

  private Uni<Now> now(ChecklistContext context, LocalDate since) {
    return trainings
        .of(context.session(), context.list().employeeId(), since)
        .chain(
            running ->
                opportunities
                    .of(context.session(), context.viewer())
                    .map(open -> new Now(running, open)));
  }

  private Uni<List<GoalFromBefore>> goals(Mutiny.Session session, UUID assignment) {
    return goals
        .open(session, List.of(assignment))
        .map(
            open ->
                open.stream()
                    .filter(Goal::isOfAbsence)
                    .flatMap(
                        goal ->
                            goal.agreed().stream()
                                .map(
                                    agreed ->
                                        new GoalFromBefore(goal.id(), agreed.terms().title())))
                    .toList());
  }

  private static List<PolicyThenAndNow> took(List<Found> policies) {
    return policies.stream()
        .filter(each -> each.state() == PolicyState.EFFECTIVE)
        .map(Found::took)
        .toList();
  }

  private static List<AnnouncedPolicy> announced(List<Found> policies) {
    return policies.stream()
        .filter(each -> each.state() == PolicyState.ANNOUNCED)
        .map(Found::announced)
        .toList();
  }
}
