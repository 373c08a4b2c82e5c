package org.evenhand.review.growth.upward.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.growth.upward.UpwardFacts;
import org.evenhand.review.growth.upward.UpwardRepository;
import org.evenhand.review.growth.upward.UpwardRound;
import org.evenhand.review.growth.upward.UpwardStep;
import org.evenhand.review.growth.upward.UpwardWriter;
import org.evenhand.review.growth.upward.access.UpwardContexts;
import org.evenhand.review.growth.upward.reading.UpwardViews;
import org.evenhand.review.growth.upward.work.UpwardRequests.RoundRequest;

/** Whoever leads a manager asks all direct reports of that manager; HR does where nobody leads. */
@ApplicationScoped
class UpwardOpening {

  private static final int FEWEST_DAYS = 5;
  private static final int MOST_DAYS = 60;

  private final Steps steps;
  private final Openers openers;
  private final UpwardContexts contexts;
  private final UpwardViews views;
  private final UpwardRepository rounds;
  private final DirectReports reports;
  private final UpwardQuestions questions;
  private final DueWork dueWork;

  UpwardOpening(
      Steps steps,
      Openers openers,
      UpwardContexts contexts,
      UpwardViews views,
      UpwardRepository rounds,
      DirectReports reports,
      UpwardQuestions questions,
      DueWork dueWork) {
    this.steps = steps;
    this.openers = openers;
    this.contexts = contexts;
    this.views = views;
    this.rounds = rounds;
    this.reports = reports;
    this.questions = questions;
    this.dueWork = dueWork;
  }

  Uni<Answer> open(RoundRequest request) {
    return steps
        .load(session -> openers.of(session, request.managerId(), request.assignmentId()))
        .permit(UpwardOpening::requireOpener)
        .add()
        .take(opener -> open(opener, request))
        .tell((opener, round) -> List.of(new UpwardFacts(round, opener.at()).opened()))
        .answer(
            (opener, round) ->
                contexts
                    .of(opener.session(), round.id(), opener.viewer())
                    .chain(views::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/upward-rounds/" + round.id()),
                                round.version(),
                                view)));
  }

  private static void requireOpener(Openers.Opener opener) {
    if (opener.post().isPresent() && !opener.opens()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "A round is opened by whoever leads the manager, or by HR where nobody does.");
    }
  }

  private Uni<UpwardRound> open(Openers.Opener opener, RoundRequest request) {
    UUID manager = opener.post().orElseThrow(() -> nobody(request)).employeeId();
    requireDay(request.closesOn(), opener.today());
    return rounds
        .isAskedAbout(opener.session(), manager)
        .invoke(UpwardOpening::requireNoneOpen)
        .chain(() -> reports.of(opener))
        .invoke(UpwardOpening::requireEnough)
        .chain(asked -> open(opener, request, asked));
  }

  private Uni<UpwardRound> open(Openers.Opener opener, RoundRequest request, List<UUID> asked) {
    Instant closing = opener.days().endOf(request.closesOn());
    return terms(opener, request)
        .map(
            terms ->
                new UpwardRound(
                    Ids.next(), opener.post().orElseThrow(), terms, asked.size(), opener.actor()))
        .call(opener.session()::persist)
        .call(opener.session()::flush)
        .call(
            round ->
                Multi.createFrom()
                    .iterable(asked)
                    .map(person -> new UpwardWriter(round.id(), person))
                    .collect()
                    .asList()
                    .chain(parts -> opener.session().persistAll(parts.toArray())))
        .call(round -> dueWork.schedule(opener.session(), UpwardClosing.KIND, round.id(), closing));
  }

  private Uni<UpwardRound.Terms> terms(Openers.Opener opener, RoundRequest request) {
    Uni<List<String>> asked =
        request.questions() == null
            ? questions.of(opener.session(), opener.post().orElseThrow().assignmentId())
            : Uni.createFrom().item(request.questions());
    return asked.map(texts -> new UpwardRound.Terms(texts, opener.today(), request.closesOn()));
  }

  private static Problem nobody(RoundRequest request) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A round is about somebody who works here.")
        .with(
            request.assignmentId() == null
                ? NOT_FOUND.at("/managerId", "is nobody who works here")
                : NOT_FOUND.at("/assignmentId", "is no assignment in which the person works"));
  }

  /** People need days to write in, of which none stands out. */
  private static void requireDay(LocalDate closesOn, LocalDate today) {
    if (closesOn.isBefore(today.plusDays(FEWEST_DAYS))
        || closesOn.isAfter(today.plusDays(MOST_DAYS))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A round gives people time to write.")
          .with(
              RANGE.at(
                  "/closesOn",
                  "must be %d to %d days from today on".formatted(FEWEST_DAYS, MOST_DAYS)));
    }
  }

  private static void requireNoneOpen(boolean open) {
    if (open) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "A round about this manager is open already.")
          .allowing(List.of(UpwardStep.CANCELLATION.operation()));
    }
  }

  private static void requireEnough(List<UUID> asked) {
    if (asked.size() < UpwardRound.LEAST) {
      throw Problem.of(
              ReviewProblem.TOO_FEW_REPORTS,
              "Nothing is shown of fewer than %d answers, and fewer people report to this manager."
                  .formatted(UpwardRound.LEAST))
          .with(NOT_ALLOWED.at("/managerId", "has too few direct reports"));
    }
  }
}
