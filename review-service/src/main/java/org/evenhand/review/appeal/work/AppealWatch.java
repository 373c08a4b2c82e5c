package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealFacts;
import org.evenhand.review.appeal.AppealPhase;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.Response;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.evenhand.review.sharing.AppealedResults;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Goes on where silence has a meaning: a reviewer who doesn't answer holds nobody up, and a refusal
 * that isn't referred stays. It decides nothing.
 */
@ApplicationScoped
class AppealWatch implements DueTask {

  static final String KIND = "appeal-silence";

  private static final String SYSTEM = "review-service";

  private final AppealRepository appeals;
  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final AppealDays days;
  private final AppealedResults results;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  AppealWatch(
      AppealRepository appeals,
      ReviewRepository reviews,
      CycleRepository cycles,
      AppealDays days,
      AppealedResults results,
      Journal journal,
      DueWork dueWork,
      Clock clock) {
    this.appeals = appeals;
    this.reviews = reviews;
    this.cycles = cycles;
    this.days = days;
    this.results = results;
    this.journal = journal;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return appeals
        .find(session, id)
        .chain(
            found ->
                found
                    .filter(AppealWatch::waits)
                    .map(appeal -> goOn(session, appeal, now))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** A person may have acted just before. */
  private static boolean waits(Appeal appeal) {
    return appeal.due().isPresent()
        && (appeal.phase() == AppealPhase.SCREENED || appeal.phase() == AppealPhase.NOT_ADMITTED);
  }

  private Uni<Void> goOn(Mutiny.Session session, Appeal appeal, Instant now) {
    Instant until = appeal.due().orElseThrow().at();
    if (now.isBefore(until)) {
      return dueWork.schedule(session, KIND, appeal.id(), until);
    }
    return reviews
        .find(session, appeal.reviewId())
        .map(Optional::orElseThrow)
        .chain(review -> goOn(session, appeal, review, now));
  }

  private Uni<Void> goOn(Mutiny.Session session, Appeal appeal, Review review, Instant now) {
    Uni<Void> gone =
        appeal.phase() == AppealPhase.SCREENED
            ? days.until(session, AppealStep.CONVENING, review.placement().workLocation(), now)
                .invoke(conveneBy -> appeal.respond(Response.silent(now), conveneBy))
                .replaceWithVoid()
            : Uni.createFrom()
                .voidItem()
                .invoke(() -> appeal.stayRefused(now))
                .chain(() -> results.ended(session, review, appeal.id(), now));
    return gone.chain(() -> cycles.get(session, review.cycleId()))
        .chain(
            cycle ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> new AppealFacts(appeal, review, cycle, now).afterSilence()));
  }
}
