package org.evenhand.analytics.rater;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.objection.ObjectionMark;
import org.evenhand.analytics.objection.ObjectionState;
import org.evenhand.analytics.publication.SuppressionWords;
import org.evenhand.analytics.rater.RatersView.MiddleView;
import org.evenhand.analytics.rater.RatersView.ProfileState;
import org.evenhand.analytics.rater.RatersView.RangeView;
import org.evenhand.analytics.rater.RatersView.RaterView;
import org.evenhand.analytics.rater.RatersView.SeverityView;
import org.evenhand.analytics.statistics.raters.RaterProfile;
import org.evenhand.analytics.statistics.raters.RaterSeverity;
import org.evenhand.kit.people.PersonRef;

/**
 * Puts profiles into the words of the interface. The rater reads exact figures: they know their own
 * ratings. Others read levels and an effect in steps of .05 without a number of people, so that no
 * rating can be worked out of it, also not with what is shown of a unit.
 */
record RaterAnswer(
    RaterGroups groups, BlindAnswer blind, Map<String, ObjectionMark> objections, long leastGroup) {

  private static final double STEPS_PER_POINT = 20;

  /** Their own, whatever else would be hidden. */
  RaterView own(UUID id) {
    String rater = id.toString();
    BlindView onSamples = blind.own(id);
    Optional<RaterSeverity> found = groups.profile(rater);
    if (found.isEmpty()) {
      return insufficient(rater, onSamples);
    }
    RaterSeverity severity = found.get();
    RaterProfile profile = severity.profile();
    boolean wide = profile.n() >= RaterSeverity.LEAST_FOR_WIDTH;
    return new RaterView(
        person(rater),
        ProfileState.SHOWN,
        words(profile.n() + " ratings lie", profile.shrunkenEffect()),
        profile.n(),
        new SeverityView(
            severity.level().name(),
            severity.size().name(),
            profile.shrunkenEffect(),
            severity.probability(),
            profile.mean(),
            profile.baselineMean(),
            profile.reliability()),
        wide ? range(severity, profile) : null,
        wide ? middle(severity, profile) : null,
        onSamples,
        objections.get(rater));
  }

  private static RangeView range(RaterSeverity severity, RaterProfile profile) {
    return new RangeView(
        severity.rangeRestriction().name(),
        profile.deviationRatio().isPresent() ? profile.deviationRatio().getAsDouble() : null);
  }

  private static MiddleView middle(RaterSeverity severity, RaterProfile profile) {
    return new MiddleView(
        severity.centralTendency(),
        profile.middleShare(),
        profile.middleInterval().low(),
        profile.middleInterval().high(),
        profile.baselineMiddleShare());
  }

  /** Those of others, by rater. */
  List<RaterView> others(Set<String> raters, OwnFiguresSeen seen) {
    return raters.stream().sorted().map(rater -> other(rater, seen)).toList();
  }

  private RaterView other(String rater, OwnFiguresSeen seen) {
    ObjectionMark objection = objections.get(rater);
    if (objection != null && objection.state() == ObjectionState.OPEN) {
      return closed(rater, ProfileState.CONTESTED, RatersWords.CONTESTED);
    }
    if (objection != null && objection.state() == ObjectionState.UPHELD) {
      return closed(rater, ProfileState.WITHDRAWN, RatersWords.WITHDRAWN);
    }
    BlindView onSamples = blind.other(rater, seen.samples());
    if (groups.hides(rater)) {
      return without(rater, ProfileState.SUPPRESSED, SuppressionWords.rule(leastGroup), onSamples);
    }
    if (!seen.profiles().contains(rater)) {
      return without(rater, ProfileState.NOT_SEEN_BY_RATER, RatersWords.NOT_SEEN, onSamples);
    }
    return groups
        .profile(rater)
        .map(found -> other(rater, found, onSamples))
        .orElseGet(() -> insufficient(rater, onSamples));
  }

  private RaterView other(String rater, RaterSeverity severity, BlindView onSamples) {
    double rounded =
        Math.round(severity.profile().shrunkenEffect() * STEPS_PER_POINT) / STEPS_PER_POINT;
    boolean wide = !groups.hiddenWidth().hides(rater);
    return new RaterView(
        person(rater),
        ProfileState.SHOWN,
        words("Their ratings lie about", rounded),
        null,
        new SeverityView(
            severity.level().name(), severity.size().name(), rounded, null, null, null, null),
        wide ? new RangeView(severity.rangeRestriction().name(), null) : null,
        wide ? new MiddleView(severity.centralTendency(), null, null, null, null) : null,
        onSamples,
        objections.get(rater));
  }

  private RaterView closed(String rater, ProfileState state, String words) {
    return without(rater, state, words, BlindView.without(state, words));
  }

  private RaterView insufficient(String rater, BlindView onSamples) {
    return without(
        rater,
        ProfileState.INSUFFICIENT,
        "A profile takes "
            + RaterSeverity.LEAST_REPORTS
            + " published ratings, those of "
            + RaterGroups.LEAST_PEERS
            + " others that may be shown, and ratings that differ.",
        onSamples);
  }

  private RaterView without(String rater, ProfileState state, String words, BlindView onSamples) {
    return new RaterView(
        person(rater), state, words, null, null, null, null, onSamples, objections.get(rater));
  }

  private static PersonRef person(String rater) {
    return PersonRef.of(UUID.fromString(rater));
  }

  private static String words(String subject, double effect) {
    return String.format(
        Locale.ROOT,
        "%s %.2f points %s those of the others, once chance is taken out.",
        subject,
        Math.abs(effect),
        effect < 0 ? "below" : "above");
  }
}
