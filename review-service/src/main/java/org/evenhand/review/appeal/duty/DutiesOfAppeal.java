package org.evenhand.review.appeal.duty;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealPhase;
import org.evenhand.review.appeal.BlindEvidence;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.StepDue;
import org.jspecify.annotations.Nullable;

/**
 * What an appeal asks of people as it stands. A step that has been taken is met; one that can no
 * longer be taken, such as an answer after the time for it, is left out and lapses.
 *
 * @param unit whose HR acts; null where nobody of it could
 */
record DutiesOfAppeal(Appeal appeal, @Nullable String unit) {

  Stream<Owed> owed() {
    return appeal.phase() == AppealPhase.WITHDRAWN
        ? Stream.empty()
        : Stream.of(
                screenings(),
                response(),
                byHr(
                    AppealDuty.APPEAL_PANEL,
                    AppealPhase.MANAGER_RESPONSE,
                    appeal.panel().isPresent()),
                evidenceCheck(),
                appeal.panel().stream().flatMap(this::ofPanel),
                byHr(
                    AppealDuty.APPEAL_REASSESSOR,
                    AppealPhase.REMANDED,
                    appeal.reassessorId().isPresent()),
                reassessment())
            .flatMap(each -> each);
  }

  /** The second one is the HR lead's, to whom a refusal was referred. */
  private Stream<Owed> screenings() {
    int made = appeal.screenings().made().size();
    Stream<Owed> done =
        IntStream.range(0, made)
            .filter(i -> appeal.screenings().made().get(i).by() != null)
            .mapToObj(
                i -> owed(AppealDuty.APPEAL_SCREENING, Side.HR, part(i), screener(i), null, true));
    return appeal.phase() == AppealPhase.FILED
        ? Stream.concat(
            done,
            Stream.of(
                owed(
                    AppealDuty.APPEAL_SCREENING,
                    Side.HR,
                    part(made),
                    screener(made),
                    place(),
                    false)))
        : done;
  }

  private static String part(int screening) {
    return screening == 0 ? "" : Integer.toString(screening + 1);
  }

  private Holder screener(int screening) {
    return screening == 0 ? hr() : Holder.role(Roles.HR_LEAD, null);
  }

  private Stream<Owed> response() {
    boolean given = appeal.response().filter(answer -> !answer.wasSilent()).isPresent();
    return appeal.responderId().stream()
        .filter(reviewer -> given || appeal.phase() == AppealPhase.SCREENED)
        .map(
            reviewer ->
                owed(
                    AppealDuty.APPEAL_RESPONSE,
                    Side.MANAGER,
                    "",
                    Holder.of(reviewer),
                    place(),
                    given));
  }

  private Stream<Owed> byHr(AppealDuty kind, AppealPhase in, boolean met) {
    return met || appeal.phase() == in
        ? Stream.of(owed(kind, Side.HR, "", hr(), place(), met))
        : Stream.empty();
  }

  private Stream<Owed> evidenceCheck() {
    boolean met = isChecked();
    return met || isSitting()
        ? Stream.of(owed(AppealDuty.APPEAL_EVIDENCE_CHECK, Side.HR, "", hr(), place(), met))
        : Stream.empty();
  }

  private boolean isChecked() {
    return appeal.evidence().filter(BlindEvidence::isChecked).isPresent();
  }

  private Stream<Owed> ofPanel(Panel panel) {
    return panel.seats().stream()
        .flatMap(seat -> Stream.concat(score(seat), decision(panel, seat)));
  }

  private Stream<Owed> score(Seat seat) {
    boolean given = seat.score() != null;
    return given || isSitting() && isChecked()
        ? Stream.of(
            owed(
                AppealDuty.APPEAL_SCORE,
                Side.COMPANY,
                seat.employeeId().toString(),
                Holder.of(seat.employeeId()),
                seat.place(),
                given))
        : Stream.empty();
  }

  /** Owed from the moment when all have scored, and anew where no two agree. */
  private Stream<Owed> decision(Panel panel, Seat seat) {
    boolean given = panel.voteOf(seat.employeeId()).isPresent() && !panel.split();
    return given || isSitting() && panel.revealed()
        ? Stream.of(
            owed(
                AppealDuty.APPEAL_DECISION,
                Side.COMPANY,
                seat.employeeId() + "/" + panel.round(),
                Holder.of(seat.employeeId()),
                seat.place(),
                given))
        : Stream.empty();
  }

  private boolean isSitting() {
    return appeal.phase() == AppealPhase.PANEL;
  }

  private Stream<Owed> reassessment() {
    boolean given = appeal.remand().filter(begun -> begun.reassessment() != null).isPresent();
    return appeal.reassessorId().stream()
        .filter(reviewer -> given || appeal.phase() == AppealPhase.REMANDED)
        .map(
            reviewer ->
                owed(
                    AppealDuty.APPEAL_REASSESSMENT,
                    Side.MANAGER,
                    reviewer.toString(),
                    Holder.of(reviewer),
                    place(),
                    given));
  }

  private Holder hr() {
    return unit == null ? Holder.VACANT : Holder.role(Roles.HR, unit);
  }

  private @Nullable String place() {
    return appeal.due().map(StepDue::place).orElse(null);
  }

  private Owed owed(
      AppealDuty kind, Side side, String part, Holder holder, @Nullable String place, boolean met) {
    @Nullable LocalDate dueOn = met ? null : appeal.due().map(StepDue::on).orElse(null);
    UUID about = appeal.appellantId();
    return new Owed(kind, side, appeal.id(), part, holder, about, place, dueOn, met);
  }
}
