package org.evenhand.review.appeal.reading;

import static org.evenhand.review.appeal.access.AppealRelation.APPELLANT;
import static org.evenhand.review.appeal.access.AppealRelation.COMPANION;
import static org.evenhand.review.appeal.access.AppealRelation.HR;
import static org.evenhand.review.appeal.access.AppealRelation.HR_LEAD;
import static org.evenhand.review.appeal.access.AppealRelation.PANEL;
import static org.evenhand.review.appeal.access.AppealRelation.REASSESSOR;
import static org.evenhand.review.appeal.access.AppealRelation.REVIEWER;

import java.util.Set;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.BlindEvidence;
import org.evenhand.review.appeal.Panel;
import org.evenhand.review.appeal.access.AppealRelation;

/**
 * Which parts of an appeal somebody sees.
 *
 * @param whose whose case it is: not for a panel that is still blind, nor for an auditor
 * @param words what both sides wrote
 * @param course screening, companion and hearing: not for the reviewer, who owes an answer alone
 * @param seats who sits in the panel
 * @param evidence what is judged, redacted: for HR to check, and only then for whoever judges
 * @param level what was rated: not for whoever is to judge it anew
 * @param votes scores and votes with their names
 * @param reasons of the decision, without the names
 */
record AppealSight(
    boolean whose,
    boolean words,
    boolean course,
    boolean seats,
    boolean evidence,
    boolean level,
    boolean votes,
    boolean reasons) {

  static AppealSight of(Appeal appeal, Set<AppealRelation> relations) {
    boolean revealed = appeal.panel().filter(Panel::revealed).isPresent();
    boolean checked = appeal.evidence().filter(BlindEvidence::isChecked).isPresent();
    boolean panel = relations.contains(PANEL);
    boolean seeing = panel && revealed;
    boolean side = relations.contains(APPELLANT) || relations.contains(COMPANION);
    boolean hr = relations.contains(HR) || relations.contains(HR_LEAD);
    boolean reviewer = relations.contains(REVIEWER);
    boolean anew = relations.contains(REASSESSOR);
    boolean whole = side || hr || seeing;
    return new AppealSight(
        whole || reviewer || anew,
        whole || reviewer || anew,
        whole || anew,
        side || hr || panel,
        hr || checked && (panel || anew),
        whole || reviewer,
        seeing || hr && revealed,
        whole && appeal.endedAt().isPresent());
  }
}
