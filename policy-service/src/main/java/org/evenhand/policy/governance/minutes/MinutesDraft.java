package org.evenhand.policy.governance.minutes;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.time.Days;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.governance.Attendee;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.DecisionState;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.Minutes;
import org.evenhand.policy.governance.minutes.Participants.Participant;

/**
 * Minutes as they were sent, held against the directory and earlier reviews.
 *
 * @param known by externalId
 */
record MinutesDraft(
    MinutesRequest sent,
    Map<String, Participant> known,
    List<GovernanceReview> earlier,
    UUID recordedBy,
    Instant at) {

  private static final int MOST_YEARS_AHEAD = 5;

  /** All employees read the minutes. What else has a path is of one person, or of a few. */
  private static final Pattern OF_NOBODY =
      Pattern.compile(
          "/v1/(policies|charters|governance-reviews|findings|cycles|calibration-sessions)/.*");

  /**
   * @throws Problem 422 naming everything that is wrong
   */
  void requireValid() {
    List<Violation> found = new ArrayList<>();
    if (sent.heldOn().isAfter(Days.begun(at))) {
      found.add(RANGE.at("/heldOn", "has not begun anywhere"));
    }
    for (int i = 0; i < sent.present().size(); i++) {
      present(i, "/present/" + i, found);
    }
    if (sent.present().stream()
        .map(known::get)
        .filter(Objects::nonNull)
        .noneMatch(one -> one.person().equals(recordedBy))) {
      found.add(NOT_ALLOWED.at("/present", "doesn't name you, and who records was there"));
    }
    for (int i = 0; i < sent.decisions().size(); i++) {
      decision(sent.decisions().get(i), "/decisions/" + i, found);
    }
    if (!found.isEmpty()) {
      throw Problem.of(PolicyProblem.MINUTES_INVALID, "Nobody could sign or follow them so.")
          .with(found);
    }
  }

  private void present(int i, String at, List<Violation> found) {
    String externalId = sent.present().get(i);
    Participant one = known.get(externalId);
    if (one == null) {
      found.add(NOT_FOUND.at(at, "is nobody who works here"));
    } else if (one.side() == null) {
      found.add(NOT_ALLOWED.at(at, "neither serves a unit as HR nor leads anybody"));
    } else if (sent.present().indexOf(externalId) < i) {
      found.add(DUPLICATE.at(at, "is named twice"));
    }
  }

  private void decision(DecisionRequest decision, String at, List<Violation> found) {
    Participant responsible = known.get(decision.responsible());
    if (responsible == null) {
      found.add(NOT_FOUND.at(at + "/responsible", "is nobody who works here"));
    } else if (responsible.side() != decision.side()) {
      found.add(INCONSISTENT.at(at + "/responsible", "doesn't speak for " + decision.side()));
    }
    for (int i = 0; i < decision.links().size(); i++) {
      if (!OF_NOBODY.matcher(decision.links().get(i)).matches()) {
        found.add(
            NOT_ALLOWED.at(
                at + "/links/" + i,
                "is no policy, charter, review of governance, finding, cycle or session"));
      }
    }
    if (decision.dueOn().isBefore(sent.heldOn())) {
      found.add(RANGE.at(at + "/dueOn", "is before the review was held"));
    }
    if (decision.dueOn().isAfter(sent.heldOn().plusYears(MOST_YEARS_AHEAD))) {
      found.add(RANGE.at(at + "/dueOn", "is more than five years after the review was held"));
    }
  }

  List<Decision> decisions() {
    List<Decision> decided = new ArrayList<>();
    for (DecisionRequest each : sent.decisions()) {
      decided.add(
          new Decision(
              decided.size() + 1,
              each.text(),
              each.side(),
              participant(each.responsible()).person(),
              each.dueOn(),
              each.links(),
              dropped(Decision.folded(each.text())),
              null));
    }
    return decided;
  }

  /** How often earlier reviews took a decision that was dropped. */
  private long dropped(String folded) {
    return earlier.stream()
        .flatMap(review -> review.decisions().stream())
        .filter(decision -> decision.state() == DecisionState.DROPPED)
        .filter(decision -> Decision.folded(decision.text()).equals(folded))
        .count();
  }

  Minutes minutes(List<Decision> decided) {
    return Minutes.of(
        sent.heldOn(),
        sent.agendaHash(),
        sent.present().stream().map(this::participant).map(MinutesDraft::attendee).toList(),
        sent.text(),
        decided,
        recordedBy,
        at);
  }

  private Participant participant(String externalId) {
    return Objects.requireNonNull(known.get(externalId));
  }

  private static Attendee attendee(Participant one) {
    return new Attendee(one.person(), Objects.requireNonNull(one.side()), one.unit());
  }
}
