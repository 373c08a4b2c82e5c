package org.evenhand.analytics.rater;

import java.util.List;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.ReleaseView;
import org.evenhand.analytics.publication.Visibility;
import org.evenhand.analytics.rater.RatersView.RaterView;
import org.evenhand.analytics.viewer.CycleView;
import org.evenhand.analytics.viewer.View;

/** What every answer about raters says beside the figures: which is which, and what they can't. */
record RatersWords(Cycle cycle, ReleaseView release) {

  static final String NOT_SEEN =
      "The manager has not seen their profile as it is now; nobody else sees it before.";

  static final String CONTESTED =
      "The manager objected to their profile; until that is answered, nobody else sees it.";

  static final String WITHDRAWN =
      "The manager's objection was upheld: the profile of this cycle is shown to nobody else.";

  private static final String MEANING =
      "raterSeverity is of live ratings. These can't tell a lenient manager from a strong team:"
          + " each manager rates their own. A level is named with caution: on average over"
          + " companies, at most one in ten of those whom a company names lies nearer to the others"
          + " than it says, none in a company that names nobody. Where managers differ little, the"
          + " few who are named may well be named wrongly; among few managers hardly anybody is"
          + " named, and NONE is no proof of rating as others do. A profile is a reason to talk,"
          + " and never one to change a rating.";

  private static final String BLIND_SAMPLES =
      "blindSeverity is of blind samples: several raters scored the same ones, so that a strong"
          + " team can't be the reason. It tells how a rater lies beside those who scored with"
          + " them, not who of them is right. High in raterSeverity alone speaks for a strong team,"
          + " high in both for a lenient manager.";

  private static final String CONTEST =
      "A manager who thinks that a profile is wrong, or used for what it can't tell, objects to it"
          + " in writing (POST /v1/rater-objections). Until an hr-lead has answered in writing,"
          + " nobody else sees the figures; the answer says whether they are withdrawn or shown"
          + " again, and an hr-lead can have everything counted anew (POST /v1/rebuilds).";

  private static final String OFF =
      "It is switched off: managers' ratings are profiled only in countries where an hr-lead has"
          + " switched it on (/v1/rater-profiling).";

  private static final String TOO_FEW =
      "Too few people: in the countries where managers' ratings are profiled, nobody whose profile"
          + " is open to you has enough published ratings.";

  RatersView own(RaterView profile) {
    return view(
        View.Scope.OWN,
        Visibility.SHOWN,
        "Your own profile. HR sees it only after you have.",
        List.of(profile));
  }

  RatersView others(List<RaterView> profiles) {
    return view(
        View.Scope.WHOLE,
        Visibility.SHOWN,
        "Raters in countries where it is on, but for those above you.",
        profiles);
  }

  RatersView off(View.Scope scope) {
    return view(scope, Visibility.SWITCHED_OFF, OFF, List.of());
  }

  RatersView tooFew() {
    return view(View.Scope.WHOLE, Visibility.TOO_FEW_PEOPLE, TOO_FEW, List.of());
  }

  RatersView nothing(View.Scope scope, Look look) {
    Visibility state =
        look instanceof Look.Gathering ? Visibility.GATHERING : Visibility.NO_RATINGS;
    return view(scope, state, state.words(), List.of());
  }

  private RatersView view(View.Scope scope, Visibility state, String note, List<RaterView> raters) {
    return new RatersView(
        CycleView.of(cycle), scope, release, state, note, MEANING, BLIND_SAMPLES, CONTEST, raters);
  }
}
