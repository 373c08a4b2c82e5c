package org.evenhand.review.appeal.access;

import java.util.EnumSet;
import java.util.Set;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.directory.lines.Viewer;

/** Which step on an appeal belongs to whom. */
public final class AppealPermissions {

  private AppealPermissions() {}

  /** The steps that are both allowed by the state and the caller's to take. */
  public static Set<AppealAction> open(
      Appeal appeal, Set<AppealRelation> relations, Viewer viewer) {
    Set<AppealAction> actions = EnumSet.noneOf(AppealAction.class);
    for (AppealAction action : appeal.allowed()) {
      if (permits(action, appeal, relations, viewer)
          && !(action == AppealAction.SCORE && hasScored(appeal, viewer))) {
        actions.add(action);
      }
    }
    return actions;
  }

  public static boolean permits(
      AppealAction action, Appeal appeal, Set<AppealRelation> relations, Viewer viewer) {
    boolean lead = relations.contains(AppealRelation.HR_LEAD);
    boolean hr = lead || relations.contains(AppealRelation.HR);
    return switch (action) {
      case COMPANION, COMPANION_REMOVAL -> relations.contains(AppealRelation.APPELLANT);
      // What the appellant has filed themself nobody takes back for them.
      case WITHDRAWAL ->
          relations.contains(AppealRelation.APPELLANT)
              || relations.contains(AppealRelation.ON_BEHALF) && appeal.isFiledOnBehalf();
      case REFERRAL ->
          relations.contains(AppealRelation.APPELLANT)
              || relations.contains(AppealRelation.ON_BEHALF);
      // Nobody judges what they have filed for somebody, nor twice.
      case SCREENING ->
          (appeal.screenings().hasReferral() ? lead : hr)
              && !viewer.is(appeal.filing().by())
              && !appeal.screenings().madeBy(viewer.employeeId());
      // What is taken out weighs, too.
      case EVIDENCE_CHECK -> hr && !viewer.is(appeal.filing().by());
      case PANEL, SEAT, REASSESSOR -> hr;
      case RESPONSE -> relations.contains(AppealRelation.REVIEWER);
      // An HR lead reads every review, and so can't be blind.
      case SCORE -> relations.contains(AppealRelation.PANEL) && !viewer.has(Roles.HR_LEAD);
      case HEARING, VOTE -> relations.contains(AppealRelation.PANEL);
      case REASSESSMENT -> relations.contains(AppealRelation.REASSESSOR);
    };
  }

  public static boolean hasScored(Appeal appeal, Viewer viewer) {
    return appeal
        .panel()
        .flatMap(panel -> panel.seatOf(viewer.employeeId()))
        .filter(seat -> seat.score() != null)
        .isPresent();
  }
}
