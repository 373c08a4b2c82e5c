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
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.Response;
import org.evenhand.review.appeal.Screenings.Referral;
import org.evenhand.review.appeal.Screenings.Screening;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewRepository;
import org.evenhand.review.sharing.AppealedResults;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Goes on where silence has a meaning: a reviewer who doesn't answer holds nobody up, a refusal
 * that isn't referred stays, and what was referred is admitted where no HR lead screens it: there
 * may be none who could. It decides nothing.
 */
@ApplicationScoped
class AppealWatch implements DueTask {

  static final String KIND = "appeal-silence";

  private static final String SYSTEM = "review-service";

  private final AppealRepository appeals;
  private final ReviewRepository reviews;
  private final CycleRepository cycles;
  private final Admission admission;
  private final AppealedResults results;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  AppealWatch(
      AppealRepository appeals,
      ReviewRepository reviews,
      CycleRepository cycles,
      Admission admission,
      AppealedResults results,
      Journal journal,
      DueWork dueWork,
      Clock clock) {
    this.appeals = appeals;
    this.reviews = reviews;
    this.cycles = cycles;
    this.admission = admission;
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
        && switch (appeal.phase()) {
          case SCREENED, NOT_ADMITTED -> true;
          case FILED -> appeal.screenings().hasReferral();
          default -> false;
        };
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
        switch (appeal.phase()) {
          case FILED -> admission.admit(session, appeal, review, Screening.silent(now));
          case SCREENED ->
              admission
                  .atTheUnit(session, review, AppealStep.CONVENING, now)
                  .invoke(conveneBy -> appeal.respond(Response.silent(now), conveneBy))
                  .replaceWithVoid();
          default ->
              admission
                  .hasLeft(session, appeal)
                  .chain(left -> notReferred(session, appeal, review, left, now));
        };
    return gone.chain(() -> cycles.get(session, review.cycleId()))
        .chain(
            cycle ->
                journal.write(
                    session,
                    SYSTEM,
                    () -> new AppealFacts(appeal, review, cycle, now).afterSilence()));
  }

  /** Whoever has left since can't have referred it. */
  private Uni<Void> notReferred(
      Mutiny.Session session, Appeal appeal, Review review, boolean left, Instant now) {
    if (left) {
      return admission.refer(session, appeal, review, Referral.ofLeaver(now));
    }
    appeal.stayRefused(now);
    return results.ended(session, review, appeal.id(), now);
  }
}
