package org.evenhand.review.appeal.reading;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealPhase;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.Vote;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.access.AppealRelation;
import org.evenhand.review.appeal.reading.AppealView.AppealResponseView;
import org.evenhand.review.appeal.reading.AppealView.CaseView;
import org.evenhand.review.appeal.reading.AppealView.HearingView;
import org.evenhand.review.appeal.reading.AppealView.PanelView;
import org.evenhand.review.appeal.reading.AppealView.RemandView;
import org.evenhand.review.appeal.reading.AppealView.SeatView;
import org.evenhand.review.appeal.reading.AppealView.VerdictView;
import org.evenhand.review.appeal.reading.AppealView.VoteView;
import org.evenhand.review.directory.people.Names;
import org.jspecify.annotations.Nullable;

/** What a reader sees of the answer, the panel and its decision. */
record PanelPart(AppealContext context, AppealSight sight, Names names) {

  @Nullable AppealResponseView response() {
    return appeal()
        .response()
        .map(given -> new AppealResponseView(given.text(), given.at()))
        .orElse(null);
  }

  @Nullable PanelView seats() {
    return appeal()
        .panel()
        .filter(panel -> sight.seats())
        .map(
            panel ->
                new PanelView(
                    panel.seats().stream().map(this::seat).toList(),
                    panel.revealed(),
                    panel.round(),
                    sight.votes() ? panel.votes().stream().map(this::vote).toList() : null))
        .orElse(null);
  }

  private SeatView seat(Seat seat) {
    Seat.Score score = seat.score();
    boolean shown = score != null && (sight.votes() || context.viewer().is(seat.employeeId()));
    return new SeatView(
        names.of(seat.employeeId()),
        score != null,
        shown ? Objects.requireNonNull(score).ordinal() : null,
        shown ? Objects.requireNonNull(score).reason() : null);
  }

  private VoteView vote(Vote vote) {
    return new VoteView(
        names.of(vote.by()),
        vote.round(),
        vote.choice(),
        vote.ordinal(),
        vote.anchor(),
        vote.precedent(),
        vote.reason(),
        vote.at());
  }

  @Nullable CaseView evidence() {
    return appeal()
        .evidence()
        .filter(redacted -> sight.evidence())
        .map(
            redacted ->
                new CaseView(
                    redacted.isChecked(),
                    context.cycle().plan().policyId(),
                    redacted.parts(),
                    context.policy().criteria(),
                    context.policy().anchors(),
                    context.policy().scale().levels()))
        .orElse(null);
  }

  @Nullable HearingView hearing() {
    return appeal()
        .panel()
        .filter(panel -> sight.course())
        .map(Panel::hearing)
        .map(HearingView::of)
        .orElse(null);
  }

  @Nullable List<HearingView> earlierHearings() {
    return appeal()
        .panel()
        .filter(panel -> sight.course())
        .map(panel -> panel.earlierHearings().stream().map(HearingView::of).toList())
        .filter(earlier -> !earlier.isEmpty())
        .orElse(null);
  }

  @Nullable RemandView remand() {
    boolean own = context.relations().contains(AppealRelation.REASSESSOR);
    boolean shown = sight.votes() || sight.reasons() || own;
    return appeal()
        .remand()
        .filter(begun -> sight.course())
        .map(
            begun -> {
              var made = shown ? begun.reassessment() : null;
              return new RemandView(
                  names.orNull(appeal().reassessorId().orElse(null)),
                  begun.at(),
                  made == null ? null : made.ordinal(),
                  made == null ? null : made.reason());
            })
        .orElse(null);
  }

  /** Without the names: who thought otherwise stays in the panel. */
  @Nullable VerdictView decision() {
    return appeal()
        .panel()
        .filter(panel -> sight.reasons() && isDecided())
        .flatMap(
            panel ->
                panel
                    .verdict()
                    .map(
                        verdict ->
                            new VerdictView(
                                verdict.ordinal(),
                                reasons(panel, verdict, true),
                                reasons(panel, verdict, false),
                                precedents(panel, verdict))))
        .orElse(null);
  }

  private boolean isDecided() {
    return appeal().phase() == AppealPhase.RATING_CONFIRMED
        || appeal().phase() == AppealPhase.RATING_CHANGED;
  }

  private static List<String> reasons(Panel panel, Vote.Verdict verdict, boolean agreeing) {
    return panel.votesNow().stream()
        .filter(vote -> vote.verdict().equals(verdict) == agreeing)
        .map(Vote::reason)
        .toList();
  }

  private static List<UUID> precedents(Panel panel, Vote.Verdict verdict) {
    return panel.votesNow().stream()
        .filter(vote -> vote.verdict().equals(verdict))
        .map(Vote::precedent)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private Appeal appeal() {
    return context.appeal();
  }
}
