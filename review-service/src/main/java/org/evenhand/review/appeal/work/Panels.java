package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.training.Grace;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.BlindEvidence;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.work.AppealRequests.EvidenceCheckRequest;
import org.evenhand.review.appeal.work.AppealRequests.PanelRequest;
import org.evenhand.review.appeal.work.AppealRequests.ReassessorRequest;
import org.evenhand.review.appeal.work.AppealRequests.SeatRequest;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.sample.RedactedReviews;
import org.evenhand.review.training.Requirement;
import org.evenhand.review.training.TrainingGate;
import org.jspecify.annotations.Nullable;

/** Who judges an appeal, as HR names them. */
@ApplicationScoped
class Panels {

  private final AppealSteps steps;
  private final AppealDays days;
  private final Judges judges;
  private final RedactedReviews redacted;
  private final TrainingGate trained;

  Panels(
      AppealSteps steps,
      AppealDays days,
      Judges judges,
      RedactedReviews redacted,
      TrainingGate trained) {
    this.steps = steps;
    this.days = days;
    this.judges = judges;
    this.redacted = redacted;
    this.trained = trained;
  }

  Uni<Answer> convene(
      UUID id, @Nullable String ifMatch, PanelRequest request, Optional<Set<UUID>> calibrators) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.PANEL,
        context ->
            judges
                .find(
                    context,
                    known(calibrators),
                    request.members(),
                    pointers(),
                    Judges.Seats.ELSEWHERE)
                .call(members -> requireTrained(context, Requirement.PANEL, pointers(), members))
                .map(members -> members.stream().map(Panels::seat).toList())
                .chain(seats -> convene(context, seats)));
  }

  private Uni<Void> convene(AppealContext context, List<Seat> seats) {
    return days.until(
            context.session(),
            AppealStep.CHECKING,
            context.review().placement().workLocation(),
            context.at())
        .chain(
            checkBy ->
                redacted
                    .of(context.session(), context.review(), context.policy())
                    .map(BlindEvidence::redacted)
                    .invoke(
                        evidence ->
                            context.appeal().convene(seats, evidence, checkBy, context.at())))
        .replaceWithVoid();
  }

  /** A redactor never finds all: a person reads the evidence before the panel does. */
  Uni<Answer> checkEvidence(UUID id, @Nullable String ifMatch, EvidenceCheckRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.EVIDENCE_CHECK,
        context -> {
          Appeal appeal = context.appeal();
          List<String> places = appeal.panel().orElseThrow().places();
          return days.until(context.session(), AppealStep.PANEL, places, context.at())
              .invoke(
                  decideBy ->
                      appeal.checkEvidence(
                          request.passages(),
                          new BlindEvidence.Check(context.actor(), context.at()),
                          decideBy))
              .replaceWithVoid();
        });
  }

  /** Whoever leaves or falls ill holds nobody up: somebody else takes the seat. */
  Uni<Answer> replace(
      UUID id, @Nullable String ifMatch, SeatRequest request, Optional<Set<UUID>> calibrators) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.SEAT,
        context -> {
          requireSeated(context, request.leaving());
          return judges
              .find(
                  context,
                  known(calibrators),
                  List.of(request.joining()),
                  List.of("/joining"),
                  Judges.Seats.ELSEWHERE)
              .call(
                  members ->
                      requireTrained(context, Requirement.PANEL, List.of("/joining"), members))
              .map(members -> seat(members.get(0)))
              .chain(joining -> replace(context, request.leaving(), joining));
        });
  }

  private Uni<Void> replace(AppealContext context, UUID leaving, Seat joining) {
    List<String> places =
        Stream.concat(
                context.appeal().panel().orElseThrow().seats().stream()
                    .filter(seat -> !seat.employeeId().equals(leaving)),
                Stream.of(joining))
            .map(Seat::place)
            .toList();
    return days.until(context.session(), AppealStep.PANEL, places, context.at())
        .invoke(decideBy -> context.appeal().replace(leaving, joining, decideBy, context.at()))
        .replaceWithVoid();
  }

  /** Another reviewer may be named in place of one who can't. */
  Uni<Answer> nameReassessor(
      UUID id,
      @Nullable String ifMatch,
      ReassessorRequest request,
      Optional<Set<UUID>> calibrators) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.REASSESSOR,
        context ->
            judges
                .find(
                    context,
                    known(calibrators),
                    List.of(request.employeeId()),
                    List.of("/employeeId"),
                    Judges.Seats.ANYWHERE)
                .call(
                    found ->
                        requireTrained(context, Requirement.RATING, List.of("/employeeId"), found))
                .map(found -> seat(found.get(0)))
                .chain(
                    named ->
                        days.until(
                                context.session(),
                                AppealStep.REASSESSMENT,
                                named.place(),
                                context.at())
                            .invoke(
                                until ->
                                    context
                                        .appeal()
                                        .giveTo(
                                            named.employeeId(),
                                            context.actor(),
                                            until,
                                            context.at())))
                .replaceWithVoid());
  }

  /** Whoever judges is trained for it, and whoever rates anew for rating. */
  private Uni<Void> requireTrained(
      AppealContext context,
      Requirement requirement,
      List<String> pointers,
      List<Employee> members) {
    Map<String, UUID> named = new LinkedHashMap<>();
    for (int i = 0; i < members.size(); i++) {
      named.put(pointers.get(i), members.get(i).id());
    }
    return trained.require(
        context.session(), context.cycle(), requirement, named, Grace.none(context.at()));
  }

  private static Set<UUID> known(Optional<Set<UUID>> calibrators) {
    return calibrators.orElseThrow(
        () ->
            Problem.of(
                CommonProblem.PRECONDITION_FAILED, "The appeal changed just now: read it again."));
  }

  private static void requireSeated(AppealContext context, UUID leaving) {
    if (context.appeal().panel().flatMap(panel -> panel.seatOf(leaving)).isEmpty()) {
      throw Problem.of(ReviewProblem.PANEL_NOT_POSSIBLE, "Nobody of the panel goes by this id.")
          .with(NOT_FOUND.at("/leaving", "has no seat in the panel"));
    }
  }

  private static Seat seat(Employee member) {
    return Seat.of(member.id(), member.main().position().workLocation());
  }

  private static List<String> pointers() {
    return IntStream.range(0, Panel.SEATS).mapToObj(i -> "/members/" + i).toList();
  }
}
