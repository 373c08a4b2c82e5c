package org.evenhand.review.opening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.cycle.job.CycleJob;
import org.evenhand.review.cycle.job.CycleJobs;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.policy.PolicyVersion;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.evenhand.review.review.succession.Succession;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens a review for every eligible assignment of a cycle's population, a chunk per transaction.
 * Reviews, events, audit, the new position and the due work of the next chunk commit together. So a
 * kill at any moment loses one uncommitted chunk, which is done again. Nobody is left out, because
 * the position passes only people who were looked at. Nobody gets two reviews, because the position
 * moves in the same transaction, and a unique key backs that up.
 */
@ApplicationScoped
class OpeningTask implements DueTask {

  static final String SYSTEM = "review-service";

  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Directory directory;
  private final Seeding seeding;
  private final Journal journal;
  private final CycleJobs jobs;
  private final DueWork dueWork;
  private final Succession succession;
  private final CycleSettings settings;
  private final Clock clock;

  OpeningTask(
      CycleRepository cycles,
      PolicyVersions policies,
      Directory directory,
      Seeding seeding,
      Journal journal,
      CycleJobs jobs,
      DueWork dueWork,
      Succession succession,
      CycleSettings settings,
      Clock clock) {
    this.cycles = cycles;
    this.policies = policies;
    this.directory = directory;
    this.seeding = seeding;
    this.journal = journal;
    this.jobs = jobs;
    this.dueWork = dueWork;
    this.succession = succession;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return CycleJobs.dueKind(CycleJob.Kind.OPENING);
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID cycleId) {
    return cycles
        .hold(session, cycleId)
        .chain(
            cycle ->
                jobs.get(session, cycleId, CycleJob.Kind.OPENING)
                    .chain(
                        job ->
                            cycle.state().isAtWork()
                                ? goOn(session, cycle, job)
                                : Uni.createFrom()
                                    .voidItem()
                                    .invoke(() -> job.finish(clock.instant()))));
  }

  private Uni<Void> goOn(Mutiny.Session session, Cycle cycle, CycleJob job) {
    CyclePlan plan = cycle.plan();
    return counted(session, plan, job)
        .chain(() -> policies.pinned(session, plan.policyId(), plan.policyVersion()))
        .chain(
            policy ->
                directory
                    .population(
                        session,
                        plan.orgUnits(),
                        plan.cutOffDate(),
                        job.position().orElse(null),
                        settings.chunk())
                    .chain(chunk -> open(session, cycle, job, policy, chunk)));
  }

  private Uni<Void> open(
      Mutiny.Session session,
      Cycle cycle,
      CycleJob job,
      PolicyVersion policy,
      List<Assignment> chunk) {
    if (chunk.isEmpty()) {
      job.finish(clock.instant());
      // Lines may have moved between the look at somebody and the commit of their chunk.
      return dueWork
          .schedule(session, MILESTONES, cycle.id(), clock.instant())
          .chain(() -> succession.look(session, cycle.id()));
    }
    PolicyContent content = policy.content();
    List<Assignment> eligible =
        chunk.stream()
            .filter(
                assignment ->
                    EligibleAssignments.isEligible(assignment, content, cycle.plan().cutOffDate()))
            .toList();
    job.advance(chunk.size(), chunk.get(chunk.size() - 1).id());
    return withoutReview(session, cycle.id(), eligible)
        .chain(missing -> seeding.seeds(session, missing, cycle.plan()))
        .map(seeds -> seeds.stream().map(seed -> new Review(Ids.next(), cycle.id(), seed)).toList())
        .chain(
            reviews ->
                session
                    .persistAll(reviews.toArray())
                    .chain(
                        () ->
                            journal.write(
                                session,
                                SYSTEM,
                                () ->
                                    new ReviewFacts(
                                            cycle,
                                            content.scale(),
                                            ReviewEventType.OPENED,
                                            clock.instant().truncatedTo(ChronoUnit.MICROS))
                                        .of(reviews))))
        .chain(() -> jobs.goOn(session, cycle.id(), CycleJob.Kind.OPENING));
  }

  /** Some people may have joined explicitly before their chunk. */
  private static Uni<List<Assignment>> withoutReview(
      Mutiny.Session session, UUID cycleId, List<Assignment> eligible) {
    if (eligible.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery(
            "select r.assignmentId from Review r where r.cycleId = :cycle"
                + " and r.assignmentId in (:ids)",
            UUID.class)
        .setParameter("cycle", cycleId)
        .setParameter("ids", eligible.stream().map(Assignment::id).toList())
        .getResultList()
        .map(
            reviewed -> {
              Set<UUID> known = new HashSet<>(reviewed);
              return eligible.stream()
                  .filter(assignment -> !known.contains(assignment.id()))
                  .toList();
            });
  }

  private static Uni<Void> counted(Mutiny.Session session, CyclePlan plan, CycleJob job) {
    if (job.position().isPresent()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createSelectionQuery(
            """
            select count(a) from Assignment a
            where a.employee.person.status <> TERMINATED and a.startedOn <= :on
              and (a.endedOn is null or a.endedOn > :on) and a.position.orgUnit in (:units)
            """,
            Long.class)
        .setParameter("on", plan.cutOffDate())
        .setParameter("units", plan.orgUnits())
        .getSingleResult()
        .invoke(job::expect)
        .replaceWithVoid();
  }

  /** The due work that records what was missing when a milestone passed. */
  private static final String MILESTONES = "cycle-milestones";
}
