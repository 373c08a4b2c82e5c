package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealFacts;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.Filing;
import org.evenhand.review.appeal.access.AppealAccess;
import org.evenhand.review.appeal.access.AppealContexts;
import org.evenhand.review.appeal.reading.AppealViews;
import org.evenhand.review.appeal.work.AppealRequests.FilingRequest;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.review.Conclusion;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;
import org.evenhand.review.sharing.AppealedResults;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Files appeals: of oneself, or as HR for somebody who has left. */
@ApplicationScoped
class Filings {

  /**
   * @param asHr whether the caller could act on the appeal as HR
   * @param left whether the reviewee no longer works here, and so can't file themself
   */
  private record Wanted(ReviewContext of, boolean asHr, boolean left) implements Steps.Context {

    @Override
    public Mutiny.Session session() {
      return of.session();
    }

    @Override
    public UUID actor() {
      return of.actor();
    }
  }

  private final Steps steps;
  private final ReviewContexts reviews;
  private final AppealContexts contexts;
  private final AppealAccess doors;
  private final AppealRepository appeals;
  private final AppealViews views;
  private final AppealedResults results;
  private final AppealDays days;
  private final Places places;
  private final Directory directory;
  private final Access access;
  private final CitedPrecedents precedents;

  Filings(
      Steps steps,
      ReviewContexts reviews,
      AppealContexts contexts,
      AppealAccess doors,
      AppealRepository appeals,
      AppealViews views,
      AppealedResults results,
      AppealDays days,
      Places places,
      Directory directory,
      Access access,
      CitedPrecedents precedents) {
    this.steps = steps;
    this.reviews = reviews;
    this.contexts = contexts;
    this.doors = doors;
    this.appeals = appeals;
    this.views = views;
    this.results = results;
    this.days = days;
    this.places = places;
    this.directory = directory;
    this.access = access;
    this.precedents = precedents;
  }

  Uni<Answer> file(FilingRequest request) {
    return steps
        .load(
            session ->
                access
                    .person(session)
                    .chain(viewer -> reviews.of(session, request.reviewId(), viewer))
                    .chain(this::wanted))
        .permit(Filings::requirePermitted)
        .add()
        .take(wanted -> filed(wanted, request))
        .tell(
            (wanted, appeal) ->
                new AppealFacts(appeal, wanted.of().review(), wanted.of().cycle(), wanted.of().at())
                    .filed())
        .answer(this::answer);
  }

  private Uni<Wanted> wanted(ReviewContext context) {
    return doors
        .asHr(context.session(), context.viewer(), context.review().id())
        .chain(
            asHr ->
                directory
                    .named(context.session(), context.review().employeeId())
                    .map(
                        found ->
                            new Wanted(context, asHr, found.map(Employee::left).orElse(true))));
  }

  private static void requirePermitted(Wanted wanted) {
    Set<Relation> relations = wanted.of().relations();
    if (!relations.contains(Relation.OWN) && !(wanted.asHr() && wanted.left())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "A result is the reviewee's to appeal, or HR's for a leaver.");
    }
  }

  private Uni<Appeal> filed(Wanted wanted, FilingRequest request) {
    Review review = wanted.of().review();
    String place = review.placement().workLocation();
    Mutiny.Session session = wanted.session();
    requireShared(review);
    return appeals
        .exists(session, review)
        .invoke(Filings::requireFirst)
        .chain(() -> places.at(session, place))
        .invoke(there -> requireInTime(wanted, request, there))
        .call(() -> precedents.require(session, request, wanted.of().cycle().plan().policyId()))
        .chain(() -> days.until(session, AppealStep.SCREENING, place, wanted.of().at()))
        .map(
            screenBy ->
                new Appeal(
                    Ids.next(),
                    review,
                    new Filing(
                        request.grounds().stream().distinct().toList(),
                        request.statement(),
                        request.precedent(),
                        request.precedentId(),
                        request.lateReason(),
                        wanted.actor(),
                        wanted.of().at()),
                    screenBy))
        .call(session::persist)
        .call(appeal -> results.filed(session, review, appeal.id(), wanted.of().at()));
  }

  private Uni<Answer> answer(Wanted wanted, Appeal appeal) {
    return contexts
        .of(wanted.session(), appeal.id(), wanted.of().viewer())
        .chain(views::of)
        .map(
            view ->
                Answer.created(URI.create("/v1/appeals/" + appeal.id()), appeal.version(), view));
  }

  private static void requireShared(Review review) {
    if (!review.phase().isShared()) {
      throw Problem.of(ReviewProblem.RESULT_NOT_SHARED, "The review is " + review.phase() + ".");
    }
  }

  private static void requireFirst(boolean exists) {
    if (exists) {
      throw Problem.of(
          ReviewProblem.ALREADY_APPEALED, "There has been an appeal against this result.");
    }
  }

  private static void requireInTime(Wanted wanted, FilingRequest request, WorkingDays there) {
    LocalDate until = until(wanted.of().review().conclusion());
    boolean over = !wanted.of().at().isBefore(there.endOf(until));
    @Nullable String reason = request.lateReason();
    if (over && wanted.left()) {
      throw late(until).with(NOT_ALLOWED.at("/reviewId", "is of somebody who has left"));
    }
    if (over && reason == null) {
      throw late(until).with(REQUIRED.at("/lateReason", "is needed after that day"));
    }
    if (!over && reason != null) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "There is time until " + until + ".")
          .with(INCONSISTENT.at("/lateReason", "is given before it is late"));
    }
  }

  /** What was shared before there were appeals can be appealed as long as it can be answered. */
  private static LocalDate until(Conclusion told) {
    return Objects.requireNonNullElseGet(
        told.appealableUntil(), () -> Objects.requireNonNull(told.answerUntil()));
  }

  private static Problem late(LocalDate until) {
    return Problem.of(
        ReviewProblem.APPEAL_LATE, "This result could be appealed until " + until + ".");
  }
}
