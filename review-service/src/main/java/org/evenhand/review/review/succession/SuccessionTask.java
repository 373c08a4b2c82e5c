package org.evenhand.review.review.succession;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleSettings;
import org.evenhand.review.policy.PolicyVersions;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Passes reviews on whose reviewer can't go on, and asks HR about others, a chunk per transaction.
 * What is done is not found again, so a kill costs the chunk that was under way, and a second look
 * finds nothing.
 */
@ApplicationScoped
class SuccessionTask implements DueTask {

  private static final String SYSTEM = "review-service";

  private final Findings findings;
  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final PolicyVersions policies;
  private final Journal journal;
  private final Succession succession;
  private final ReviewersChanged changed;
  private final CycleSettings settings;
  private final Clock clock;

  SuccessionTask(
      Findings findings,
      ReviewRepository reviews,
      CycleRepository cycles,
      PolicyVersions policies,
      Journal journal,
      Succession succession,
      ReviewersChanged changed,
      CycleSettings settings,
      Clock clock) {
    this.findings = findings;
    this.reviews = reviews;
    this.cycles = cycles;
    this.policies = policies;
    this.journal = journal;
    this.succession = succession;
    this.changed = changed;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return Succession.KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID because) {
    return findings
        .next(session, Days.goingOn(clock.instant()), settings.chunk())
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : takeUp(session, found).chain(() -> succession.look(session, because)));
  }

  private Uni<Void> takeUp(Mutiny.Session session, List<Finding> found) {
    Map<UUID, Finding> byReview =
        found.stream().collect(Collectors.toMap(Finding::review, Function.identity()));
    return reviews
        .byIds(session, byReview.keySet())
        .chain(
            concerned ->
                cycles
                    .byIds(session, concerned.stream().map(Review::cycleId).distinct().toList())
                    .chain(in -> takeUp(session, byReview, concerned, in)));
  }

  private Uni<Void> takeUp(
      Mutiny.Session session, Map<UUID, Finding> found, List<Review> concerned, List<Cycle> in) {
    Map<UUID, List<Review>> byCycle =
        concerned.stream()
            .collect(Collectors.groupingBy(Review::cycleId, TreeMap::new, Collectors.toList()));
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Cycle cycle : in) {
      done =
          done.chain(() -> takeUp(session, found, cycle, requireNonNull(byCycle.get(cycle.id()))));
    }
    return done;
  }

  private Uni<Void> takeUp(
      Mutiny.Session session, Map<UUID, Finding> found, Cycle cycle, List<Review> concerned) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return policies
        .pinned(session, cycle.plan().policyId(), cycle.plan().policyVersion())
        .chain(
            policy -> {
              Consequences consequences = new Consequences(cycle, policy.content().scale(), at);
              concerned.forEach(
                  review -> consequences.take(review, requireNonNull(found.get(review.id()))));
              return journal
                  .write(session, SYSTEM, consequences::facts)
                  .chain(() -> changed.passed(session, consequences.passed()));
            });
  }
}
