package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.Screenings.Referral;
import org.evenhand.review.appeal.Screenings.Screening;
import org.evenhand.review.appeal.StepDue;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What follows when an appeal is admitted or referred, whoever or whatever has brought it about.
 */
@ApplicationScoped
class Admission {

  private final AppealDays days;
  private final Directory directory;
  private final DueWork dueWork;

  Admission(AppealDays days, Directory directory, DueWork dueWork) {
    this.days = days;
    this.directory = directory;
    this.dueWork = dueWork;
  }

  /** Where nobody is there to answer, the panel comes at once. */
  Uni<Void> admit(Mutiny.Session session, Appeal appeal, Review review, Screening screening) {
    return responder(session, review)
        .chain(
            found ->
                found
                    .map(
                        responder ->
                            days.until(
                                session,
                                AppealStep.RESPONSE,
                                responder.main().position().workLocation(),
                                screening.at()))
                    .orElseGet(
                        () -> atTheUnit(session, review, AppealStep.CONVENING, screening.at()))
                    .invoke(
                        due -> appeal.admit(screening, found.map(Employee::id).orElse(null), due))
                    .chain(
                        due ->
                            found.isEmpty()
                                ? dueWork.cancel(session, AppealWatch.KIND, appeal.id())
                                : watch(session, appeal, due)));
  }

  /** An HR lead has their time; where none is there who may screen it, it doesn't wait for ever. */
  Uni<Void> refer(Mutiny.Session session, Appeal appeal, Review review, Referral referral) {
    return atTheUnit(session, review, AppealStep.SCREENING, referral.at())
        .invoke(screenBy -> appeal.refer(referral, screenBy))
        .chain(screenBy -> watch(session, appeal, screenBy));
  }

  Uni<Boolean> hasLeft(Mutiny.Session session, Appeal appeal) {
    return directory
        .byId(session, appeal.appellantId())
        .map(found -> found.map(Employee::left).orElse(true));
  }

  Uni<StepDue> atTheUnit(Mutiny.Session session, Review review, AppealStep step, Instant at) {
    return days.until(session, step, review.placement().workLocation(), at);
  }

  Uni<Void> watch(Mutiny.Session session, Appeal appeal, StepDue due) {
    return dueWork.schedule(session, AppealWatch.KIND, appeal.id(), due.at());
  }

  private Uni<Optional<Employee>> responder(Mutiny.Session session, Review review) {
    return review
        .reviewerId()
        .map(reviewer -> directory.byId(session, reviewer))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found -> found.filter(reviewer -> !reviewer.left()));
  }
}
