package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.remediation.Acknowledgement;
import org.evenhand.review.growth.remediation.RemediationEnding;
import org.evenhand.review.growth.remediation.RemediationFacts;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationRepository;
import org.evenhand.review.growth.remediation.RemediationState;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What comes by itself with time: silence is recorded after ten working days and isn't held against
 * the person, what was acknowledged begins, and what the company hasn't given becomes more time
 * that is owed. What HR doesn't look at, or nobody concludes, is over.
 */
@ApplicationScoped
public class RemediationClock implements DueTask {

  /** Of due work about a plan in which something comes by itself. */
  static final String KIND = "remediation-clock";

  private static final int DAYS_TO_CONCLUDE = 20;

  private static final String SYSTEM = "review-service";

  private final RemediationRepository plans;
  private final Posts posts;
  private final Places places;
  private final DueWork dueWork;
  private final Journal journal;
  private final Clock clock;

  RemediationClock(
      RemediationRepository plans,
      Posts posts,
      Places places,
      DueWork dueWork,
      Journal journal,
      Clock clock) {
    this.plans = plans;
    this.posts = posts;
    this.places = places;
    this.dueWork = dueWork;
    this.journal = journal;
    this.clock = clock;
  }

  /** Sets it to the next moment at which something comes, if anything does. */
  Uni<Void> set(Mutiny.Session session, RemediationPlan plan, WorkingDays days) {
    Instant now = clock.instant();
    return moments(plan, days)
        .filter(now::isBefore)
        .min(Comparator.naturalOrder())
        .map(at -> dueWork.schedule(session, KIND, plan.id(), at))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** While the person is away nothing comes. */
  private static Stream<Instant> moments(RemediationPlan plan, WorkingDays days) {
    if (plan.isAway()) {
      return Stream.empty();
    }
    return Stream.of(
            review(plan, days),
            answer(plan, days),
            start(plan, days),
            means(plan, days),
            last(plan, days))
        .flatMap(each -> each);
  }

  private static Stream<Instant> review(RemediationPlan plan, WorkingDays days) {
    return plan.reviewBy().map(days::endOf).stream();
  }

  private static Stream<Instant> answer(RemediationPlan plan, WorkingDays days) {
    return plan.answerBy().filter(day -> plan.awaitsAnswer()).map(days::endOf).stream();
  }

  private static Stream<Instant> start(RemediationPlan plan, WorkingDays days) {
    return plan
        .startsOn()
        .filter(day -> plan.state() == RemediationState.ACKNOWLEDGED)
        .map(day -> days.endOf(day.minusDays(1)))
        .stream();
  }

  private static Stream<Instant> means(RemediationPlan plan, WorkingDays days) {
    return plan.state() == RemediationState.ACTIVE
        ? plan.missing().stream().flatMap(owed -> plan.dayOf(owed.day()).stream()).map(days::endOf)
        : Stream.empty();
  }

  private static Stream<Instant> last(RemediationPlan plan, WorkingDays days) {
    return plan.lastDay()
        .filter(day -> plan.state().isRunning())
        .map(day -> Stream.of(days.endOf(day), concluded(day, days)))
        .orElseGet(Stream::empty);
  }

  /** When nobody has said how it has ended, it has by itself. */
  private static Instant concluded(LocalDate last, WorkingDays days) {
    return days.endOf(days.plus(last, DAYS_TO_CONCLUDE));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return plans
        .find(session, id)
        .chain(
            found ->
                found
                    .map(plan -> look(session, plan))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> look(Mutiny.Session session, RemediationPlan plan) {
    return posts
        .get(session, plan.assignmentId())
        .chain(post -> places.at(session, post.workLocation()))
        .chain(days -> look(session, plan, days));
  }

  private Uni<Void> look(Mutiny.Session session, RemediationPlan plan, WorkingDays days) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (plan.isAway() || moments(plan, days).noneMatch(at -> !now.isBefore(at))) {
      return set(session, plan, days);
    }
    String word = come(plan, days, now);
    return set(session, plan, days)
        .chain(
            () ->
                journal.write(session, SYSTEM, () -> List.of(RemediationFacts.noted(plan, word))));
  }

  private static String come(RemediationPlan plan, WorkingDays days, Instant now) {
    LocalDate today = days.today(now);
    if (review(plan, days).anyMatch(at -> !now.isBefore(at))) {
      plan.end(RemediationState.CANCELLED, new RemediationEnding(null, null, null, now), today);
      return "not-reviewed";
    }
    if (plan.awaitsAnswer()) {
      plan.acknowledge(new Acknowledgement(null, null, now), days.plus(today, 1), today);
      return "no-answer";
    }
    if (plan.state() == RemediationState.ACKNOWLEDGED) {
      plan.start();
      return "begun";
    }
    LocalDate last = plan.lastDay().orElseThrow();
    if (!now.isBefore(concluded(last, days))) {
      plan.end(RemediationState.CANCELLED, new RemediationEnding(null, null, null, now), today);
      return "not-concluded";
    }
    return today.isAfter(last) ? "time-over" : "means-late";
  }
}
