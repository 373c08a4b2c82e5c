package org.evenhand.review.cycle.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleAction;
import org.evenhand.review.cycle.CycleEvents;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.cycle.access.CycleContext;
import org.evenhand.review.cycle.access.Signatories;
import org.evenhand.review.cycle.access.Signatory;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.cycle.job.CycleJobs;
import org.evenhand.review.cycle.reading.CycleView;
import org.evenhand.review.cycle.reading.CycleViews;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.OrgUnits;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.rating.CycleKeys;
import org.evenhand.review.rating.Origin;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Plans cycles, shows them, and moves them along the steps that HR takes alone. */
@ApplicationScoped
public class Cycles {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final CycleRepository cycles;
  private final CycleSteps cycleSteps;
  private final CycleViews views;
  private final CycleKeys keys;
  private final PolicyVersions policies;
  private final Signatories signatories;
  private final OrgUnits units;
  private final Access access;
  private final CycleJobs jobs;

  Cycles(
      Mutiny.SessionFactory sessions,
      Steps steps,
      CycleRepository cycles,
      CycleSteps cycleSteps,
      CycleViews views,
      CycleKeys keys,
      PolicyVersions policies,
      Signatories signatories,
      OrgUnits units,
      Access access,
      CycleJobs jobs) {
    this.sessions = sessions;
    this.steps = steps;
    this.cycles = cycles;
    this.cycleSteps = cycleSteps;
    this.views = views;
    this.keys = keys;
    this.policies = policies;
    this.signatories = signatories;
    this.units = units;
    this.access = access;
    this.jobs = jobs;
  }

  /** Units first: nobody serves one that does not exist, and it is no secret which do. */
  Uni<Answer> plan(CyclePlan plan) {
    List<Violation> violations = plan.violations();
    if (!violations.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "The cycle contradicts itself.")
          .with(violations);
    }
    return steps
        .load(session -> access.person(session).chain(viewer -> planning(session, plan, viewer)))
        .permit(planning -> planning.signatory().requireLead())
        .add()
        .take(this::plan)
        .tell((planning, cycle) -> List.of(CycleEvents.noted(cycle, "planned")))
        .answer(this::planned);
  }

  /** A cycle that is about to be planned. */
  private record Planning(Mutiny.Session session, Cycle cycle, Viewer viewer, Signatory signatory)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private Uni<Planning> planning(Mutiny.Session session, CyclePlan plan, Viewer viewer) {
    return units
        .requireKnown(session, named(plan))
        .chain(() -> signatories.of(session, viewer, plan.orgUnits()))
        .map(signatory -> new Planning(session, new Cycle(Ids.next(), plan), viewer, signatory));
  }

  private Uni<Cycle> plan(Planning planning) {
    Cycle cycle = planning.cycle();
    return requireAnnounced(planning.session(), cycle.plan())
        .chain(() -> claimKey(planning.session(), cycle))
        .chain(() -> planning.session().persist(cycle))
        .replaceWith(cycle);
  }

  private Uni<Answer> planned(Planning planning, Cycle cycle) {
    return views
        .of(planning.session(), cycle, planning.viewer())
        .map(view -> Answer.created(URI.create("/v1/cycles/" + cycle.id()), cycle.version(), view));
  }

  Uni<Page<CycleView>> list(PageRequest page) {
    int limit = page.limit();
    @Nullable UUID before = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(
                    viewer ->
                        cycles
                            .list(session, seesDrafts(viewer), before, limit + 1)
                            .chain(found -> views.of(session, found, viewer)))
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.id()))));
  }

  Uni<Versioned<CycleView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .viewer(session)
                .chain(
                    viewer ->
                        cycles
                            .get(session, id)
                            .invoke(cycle -> requireVisible(cycle, viewer))
                            .chain(
                                cycle ->
                                    views
                                        .of(session, cycle, viewer)
                                        .map(view -> new Versioned<>(cycle.version(), view)))));
  }

  Uni<Answer> schedule(UUID id, @Nullable String ifMatch) {
    return cycleSteps.byHr(
        id,
        ifMatch,
        context ->
            requireAnnounced(context.session(), context.cycle().plan())
                .map(ok -> Optional.of(context.cycle().schedule())));
  }

  Uni<Answer> startCalibration(UUID id, @Nullable String ifMatch) {
    return cycleSteps.byHr(
        id,
        ifMatch,
        context -> {
          context.cycle().require(CycleAction.CALIBRATION);
          return requireFinished(context, CycleJob.Kind.OPENING, ReviewProblem.OPENING_UNFINISHED)
              .map(ok -> Optional.of(context.cycle().startCalibration()));
        });
  }

  Uni<Answer> openAppeals(UUID id, @Nullable String ifMatch) {
    return cycleSteps.byHr(
        id,
        ifMatch,
        context -> {
          context.cycle().require(CycleAction.APPEALS);
          return requireFinished(context, CycleJob.Kind.SHARING, ReviewProblem.SHARING_UNFINISHED)
              .map(ok -> Optional.of(context.cycle().openAppeals()));
        });
  }

  Uni<Answer> close(UUID id, @Nullable String ifMatch) {
    return cycleSteps.byHr(
        id,
        ifMatch,
        context -> {
          context.cycle().require(CycleAction.CLOSURE);
          return requireFinished(context, CycleJob.Kind.SHARING, ReviewProblem.SHARING_UNFINISHED)
              .map(ok -> Optional.of(context.cycle().close()));
        });
  }

  private static List<OrgUnits.Named> named(CyclePlan plan) {
    return IntStream.range(0, plan.orgUnits().size())
        .mapToObj(i -> new OrgUnits.Named("/orgUnits/" + i, plan.orgUnits().get(i)))
        .toList();
  }

  private Uni<Void> requireFinished(
      CycleContext context, CycleJob.Kind kind, ReviewProblem problem) {
    return jobs.isUnderWay(context.session(), context.cycle().id(), kind)
        .invoke(
            underWay -> {
              if (underWay) {
                throw Problem.of(problem, "Wait until the cycle's progress says finished.");
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> requireAnnounced(Mutiny.Session session, CyclePlan plan) {
    return policies
        .find(session, plan.policyId(), plan.policyVersion())
        .invoke(
            found -> {
              if (found.filter(policy -> policy.state().canBePinned()).isEmpty()) {
                throw Problem.of(
                        ReviewProblem.POLICY_NOT_ANNOUNCED,
                        "A cycle pins a policy version that is announced or effective.")
                    .with(NOT_ALLOWED.at("/policyVersion", "is not announced, or no more"));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Void> claimKey(Mutiny.Session session, Cycle cycle) {
    return keys.register(session, new CycleKeys.Registered(cycle.key(), cycle.id(), Origin.LIVE))
        .invoke(
            holder -> {
              if (!holder.cycleId().equals(cycle.id())) {
                throw Problem.of(ReviewProblem.CYCLE_KEY_TAKEN, "Choose another key.")
                    .with(DUPLICATE.at("/key", "is the key of another cycle"));
              }
            })
        .replaceWithVoid();
  }

  private static boolean seesDrafts(Viewer viewer) {
    return viewer.has(Roles.HR) || viewer.has(Roles.HR_LEAD);
  }

  /**
   * @throws Problem 404 for a draft, to everybody but HR
   */
  public static void requireVisible(Cycle cycle, Viewer viewer) {
    if (cycle.state() == CycleState.DRAFT && !seesDrafts(viewer)) {
      throw CycleRepository.unknown();
    }
  }
}
