package org.evenhand.policy.governance.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.people.PersonRef;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.governance.Agenda;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.Decision;
import org.evenhand.policy.governance.DecisionState;
import org.evenhand.policy.governance.GovernanceReview;
import org.evenhand.policy.governance.GovernanceState;
import org.evenhand.policy.governance.Minutes;
import org.evenhand.policy.signing.Side;
import org.jspecify.annotations.Nullable;

/** A review of governance as a client reads it. */
@Schema(
    name = "GovernanceReview",
    description =
        "Everybody sees when it is due and how it stands. HR, managers and auditors see the agenda"
            + " and the minutes at once, all others once both sides have signed.")
public record GovernanceReviewView(
    UUID id,
    @Schema(description = "The review's number, from 1 on") int number,
    GovernanceState state,
    LocalDate dueOn,
    boolean late,
    UUID charterId,
    PersonRef owner,
    int quorum,
    @Nullable AgendaView agenda,
    @Nullable MinutesView minutes,
    List<DecisionView> decisions,
    @Nullable Instant missedAt,
    @Nullable Instant signedAt,
    Instant createdAt,
    Instant updatedAt,
    List<String> actions) {

  public static GovernanceReviewView of(GovernanceReview review, Actor reader) {
    boolean open =
        review.state() == GovernanceState.SIGNED
            || reader.hr()
            || reader.manager()
            || reader.auditor();
    return new GovernanceReviewView(
        review.id(),
        review.number(),
        review.state(),
        review.dueOn(),
        review.missedAt().isPresent(),
        review.terms().charterId(),
        PersonRef.of(review.terms().owner()),
        review.terms().quorum(),
        open ? review.agenda().map(AgendaView::of).orElse(null) : null,
        open ? review.minutes().map(MinutesView::of).orElse(null) : null,
        open
            ? review.decisions().stream()
                .map(decision -> DecisionView.of(review, decision, reader))
                .toList()
            : List.of(),
        review.missedAt().orElse(null),
        review.signedAt().orElse(null),
        review.createdAt(),
        review.updatedAt(),
        GovernanceActions.of(review, reader));
  }

  /** What was read together. */
  @Schema(name = "GovernanceAgenda")
  public record AgendaView(
      List<AgendaItem> items, String hash, PersonRef preparedBy, Instant preparedAt) {
    static AgendaView of(Agenda agenda) {
      return new AgendaView(
          agenda.items(), agenda.hash(), PersonRef.of(agenda.preparedBy()), agenda.preparedAt());
    }
  }

  /** What was said. */
  @Schema(name = "GovernanceMinutes")
  public record MinutesView(
      LocalDate heldOn,
      String agendaHash,
      List<AttendeeView> present,
      String text,
      String hash,
      PersonRef recordedBy,
      Instant recordedAt,
      List<SignatureView> signatures) {
    static MinutesView of(Minutes minutes) {
      return new MinutesView(
          minutes.heldOn(),
          minutes.agendaHash(),
          minutes.present().stream()
              .map(one -> new AttendeeView(PersonRef.of(one.person()), one.side(), one.unit()))
              .toList(),
          minutes.text(),
          minutes.hash(),
          PersonRef.of(minutes.recordedBy()),
          minutes.recordedAt(),
          minutes.signatures().stream()
              .map(one -> new SignatureView(PersonRef.of(one.signer()), one.side(), one.at()))
              .toList());
    }
  }

  /** Somebody who was there. */
  @Schema(name = "GovernanceAttendee")
  public record AttendeeView(PersonRef person, Side side, @Nullable String unit) {}

  /** Somebody who was there agrees to the minutes. */
  @Schema(name = "GovernanceSignature")
  public record SignatureView(PersonRef signer, Side side, Instant at) {}

  /** What was decided, and what came of it. */
  @Schema(name = "GovernanceDecision")
  public record DecisionView(
      int number,
      String text,
      Side side,
      PersonRef responsible,
      LocalDate dueOn,
      List<String> links,
      DecisionState state,
      long droppedBefore,
      boolean repeated,
      @Nullable String reason,
      @Nullable PersonRef closedBy,
      @Nullable Instant closedAt,
      List<String> actions) {
    static DecisionView of(GovernanceReview review, Decision decision, Actor reader) {
      Decision.Closing closing = decision.closing();
      return new DecisionView(
          decision.number(),
          decision.text(),
          decision.side(),
          PersonRef.of(decision.responsible()),
          decision.dueOn(),
          decision.links(),
          decision.state(),
          decision.droppedBefore(),
          decision.dropped() >= Decision.REPEATED,
          closing == null ? null : closing.reason(),
          closing == null ? null : PersonRef.of(closing.by()),
          closing == null ? null : closing.at(),
          GovernanceActions.of(review, decision, reader));
    }
  }
}
