package org.evenhand.review.appeal;

import static org.evenhand.review.appeal.AppealPhase.FILED;
import static org.evenhand.review.appeal.AppealPhase.MANAGER_RESPONSE;
import static org.evenhand.review.appeal.AppealPhase.NOT_ADMITTED;
import static org.evenhand.review.appeal.AppealPhase.PANEL;
import static org.evenhand.review.appeal.AppealPhase.RATING_CHANGED;
import static org.evenhand.review.appeal.AppealPhase.RATING_CONFIRMED;
import static org.evenhand.review.appeal.AppealPhase.REMANDED;
import static org.evenhand.review.appeal.AppealPhase.SCREENED;
import static org.evenhand.review.appeal.AppealPhase.WITHDRAWN;

import org.evenhand.kit.web.lifecycle.Lifecycle;
import org.evenhand.kit.web.lifecycle.LifecycleSource;

/**
 * The way of an appeal. The reviewer's silence moves it on by itself, and so does that of an HR
 * lead to whom a refusal was referred: no outcome comes about because somebody was late.
 */
public final class AppealLifecycle implements LifecycleSource {

  static final Lifecycle<AppealPhase> OF_APPEALS =
      Lifecycle.startingAt(FILED)
          .may(FILED, "screenAppeal", SCREENED, MANAGER_RESPONSE, NOT_ADMITTED, FILED)
          .becomes(FILED, SCREENED)
          .becomes(FILED, MANAGER_RESPONSE)
          .may(FILED, "nameCompanion")
          .may(FILED, "removeCompanion")
          .may(FILED, "withdrawAppeal", WITHDRAWN)
          .may(NOT_ADMITTED, "referAppeal", FILED)
          .may(NOT_ADMITTED, "removeCompanion")
          .becomes(NOT_ADMITTED, FILED)
          .may(SCREENED, "respondToAppeal", MANAGER_RESPONSE)
          .may(SCREENED, "nameCompanion")
          .may(SCREENED, "removeCompanion")
          .may(SCREENED, "withdrawAppeal", WITHDRAWN)
          .becomes(SCREENED, MANAGER_RESPONSE)
          .may(MANAGER_RESPONSE, "convenePanel", PANEL)
          .may(MANAGER_RESPONSE, "nameCompanion")
          .may(MANAGER_RESPONSE, "removeCompanion")
          .may(MANAGER_RESPONSE, "withdrawAppeal", WITHDRAWN)
          .may(PANEL, "checkEvidence")
          .may(PANEL, "replacePanelMember")
          .may(PANEL, "scoreAppeal")
          .may(PANEL, "recordHearing")
          .may(PANEL, "voteOnAppeal", PANEL, RATING_CONFIRMED, RATING_CHANGED, REMANDED)
          .may(PANEL, "nameCompanion")
          .may(PANEL, "removeCompanion")
          .may(PANEL, "withdrawAppeal", WITHDRAWN)
          .may(REMANDED, "nameReassessor")
          .may(REMANDED, "reassessAppeal", PANEL)
          .may(REMANDED, "replacePanelMember")
          .may(REMANDED, "nameCompanion")
          .may(REMANDED, "removeCompanion")
          .may(REMANDED, "withdrawAppeal", WITHDRAWN)
          .may(RATING_CONFIRMED, "removeCompanion")
          .may(RATING_CHANGED, "removeCompanion")
          .may(WITHDRAWN, "removeCompanion")
          .build();

  @Override
  public String schema() {
    return "AppealView";
  }

  @Override
  public Lifecycle<?> lifecycle() {
    return OF_APPEALS;
  }
}
