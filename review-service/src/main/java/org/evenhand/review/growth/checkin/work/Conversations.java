package org.evenhand.review.growth.checkin.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.growth.checkin.AgendaItem;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.EarlierNotes;
import org.evenhand.review.growth.checkin.Pair;
import org.evenhand.review.growth.checkin.access.CheckInContext;
import org.evenhand.review.growth.checkin.reading.Links;
import org.evenhand.review.growth.checkin.reading.Links.Known;
import org.evenhand.review.growth.checkin.work.CheckInRequests.AgendaRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.EarlierNotesRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.HoldingRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.NoteRequest;
import org.evenhand.review.growth.checkin.work.CheckInRequests.SkippingRequest;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** What the two bring to a check-in, what they write down, and how it ends. */
@ApplicationScoped
class Conversations {

  private final CheckInSteps steps;
  private final Beginnings beginnings;
  private final Links links;
  private final EarlierNotes earlierNotes;

  Conversations(CheckInSteps steps, Beginnings beginnings, Links links, EarlierNotes earlierNotes) {
    this.steps = steps;
    this.beginnings = beginnings;
    this.links = links;
    this.earlierNotes = earlierNotes;
  }

  Uni<Answer> bring(UUID id, @Nullable String ifMatch, AgendaRequest request) {
    return steps.take(
        id,
        ifMatch,
        CheckInStep.AGENDA,
        context ->
            links
                .visible(context.session(), context.viewer(), request.agenda())
                .map(
                    visible -> {
                      requireKnown(request.agenda(), visible);
                      context.checkIn().bring(context.party(), request.agenda());
                      return List.of();
                    }));
  }

  private static void requireKnown(List<AgendaItem> agenda, Known known) {
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < agenda.size(); i++) {
      AgendaItem item = agenda.get(i);
      String at = "/items/" + i;
      require(item.goalId(), known.goals(), at + "/goalId", "goal", found);
      require(item.planId(), known.plans(), at + "/planId", "development plan", found);
      require(
          item.observationId(), known.observations(), at + "/observationId", "observation", found);
    }
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "An agenda names what one knows of.")
          .with(found);
    }
  }

  private static void require(
      @Nullable UUID link, Set<UUID> known, String at, String what, List<Violation> found) {
    if (link != null && !known.contains(link)) {
      found.add(NOT_FOUND.at(at, "is no %s that you may see".formatted(what)));
    }
  }

  Uni<Answer> share(UUID id, @Nullable String ifMatch, NoteRequest request) {
    return steps.note(
        id,
        ifMatch,
        CheckInStep.SHARED_NOTE,
        context -> context.checkIn().share(context.party(), request.text()));
  }

  Uni<Answer> hold(UUID id, @Nullable String ifMatch, HoldingRequest request) {
    return steps.take(
        id,
        ifMatch,
        CheckInStep.HOLDING,
        context -> {
          requireHeld(request.heldOn(), context);
          boolean planned = context.checkIn().state() == CheckInState.PLANNED;
          context.checkIn().hold(request.heldOn(), context.actor(), context.at());
          return goOn(context, planned);
        });
  }

  /** Where nobody knows the zone, the day on which it was planned may be a day ahead. */
  private static void requireHeld(LocalDate day, CheckInContext context) {
    if (day.isAfter(context.today()) || day.isBefore(context.checkIn().createdOn().minusDays(1))) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A check-in is held once it is planned.")
          .with(RANGE.at("/heldOn", "must be between the day on which it was planned and today"));
    }
  }

  Uni<Answer> skip(UUID id, @Nullable String ifMatch, SkippingRequest request) {
    return steps.take(
        id,
        ifMatch,
        CheckInStep.SKIPPING,
        context -> {
          boolean planned = context.checkIn().state() == CheckInState.PLANNED;
          context.checkIn().skip(request.reason(), context.actor(), context.at());
          return goOn(context, planned);
        });
  }

  /** After one that was missed the next one was planned at once. */
  private Uni<List<CheckIn>> goOn(CheckInContext context, boolean planned) {
    return planned
        ? beginnings.goOn(
            context.session(),
            context.checkIn(),
            Pair.of(context.post()).orElseThrow(),
            context.days(),
            context.at())
        : Uni.createFrom().item(List.of());
  }

  Uni<Answer> passEarlierNotesOn(UUID id, @Nullable String ifMatch, EarlierNotesRequest request) {
    return steps.take(
        id,
        ifMatch,
        CheckInStep.EARLIER_NOTES,
        context ->
            (request.passedOn()
                    ? passOn(context)
                    : earlierNotes.takeBack(context.session(), pair(context)))
                // It is shown with the check-in, so that its version moves.
                .chain(
                    () ->
                        context
                            .session()
                            .lock(context.checkIn(), LockMode.PESSIMISTIC_FORCE_INCREMENT))
                .replaceWith(List.of()));
  }

  private Uni<Void> passOn(CheckInContext context) {
    if (!context.isCurrent()) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED, "Earlier notes are for whoever leads the person now.")
          .with(NOT_ALLOWED.at("/passedOn", "is only of use to whoever leads the person now"));
    }
    return earlierNotes.passOn(context.session(), pair(context), context.at());
  }

  private static Pair pair(CheckInContext context) {
    return context.checkIn().pair();
  }
}
