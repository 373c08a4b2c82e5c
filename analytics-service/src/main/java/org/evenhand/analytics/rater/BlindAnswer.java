package org.evenhand.analytics.rater;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.rater.RatersView.ProfileState;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.raters.BlindSeverity;

/**
 * Puts severity on blind samples into the words of the interface.
 *
 * <p>The rater reads it in hundredths: with their own scores it gives the mean of the others over
 * ten samples and more, and nothing of one of them. Others read the size and the direction alone:
 * an hr-lead also reads the scores of a session, sorted and without names, and a finer figure of
 * three raters on ten samples would put names to them.
 */
record BlindAnswer(BlindSeverities severities) {

  private static final int PER_POINT = 100;
  private static final int STEPS_PER_POINT = 4;
  private static final int MOST_STEPS = 3;

  BlindView own(UUID rater) {
    return severities
        .of(rater)
        .map(
            found -> {
              Interval interval = found.interval(Interval.USUAL);
              return new BlindView(
                  ProfileState.SHOWN,
                  words(found),
                  found.samples(),
                  found.level().name(),
                  found.size().name(),
                  hundredths(found.difference()),
                  hundredths(interval.low()),
                  hundredths(interval.high()));
            })
        .orElseGet(BlindAnswer::insufficient);
  }

  /**
   * That of somebody else.
   *
   * @param seen on how many samples the figure rests that each rater has seen of themself
   */
  BlindView other(String rater, Map<String, Integer> seen) {
    return severities
        .of(UUID.fromString(rater))
        .map(
            found ->
                Integer.valueOf(found.samples()).equals(seen.get(rater))
                    ? other(found)
                    : BlindView.without(ProfileState.NOT_SEEN_BY_RATER, RatersWords.NOT_SEEN))
        .orElseGet(BlindAnswer::insufficient);
  }

  private static BlindView other(BlindSeverity found) {
    double steps = Math.floor(Math.abs(found.difference()) * STEPS_PER_POINT);
    double points = Math.min(steps, MOST_STEPS) / STEPS_PER_POINT;
    return new BlindView(
        ProfileState.SHOWN,
        points == 0
            ? "Their scores lie within a quarter of a point of those of others on the same samples."
            : String.format(
                Locale.ROOT,
                "Their scores lie %.2f points or more %s those of others on the same samples.",
                points,
                side(found)),
        null,
        found.level().name(),
        found.size().name(),
        points == 0 ? 0 : Math.copySign(points, found.difference()),
        null,
        null);
  }

  private static String words(BlindSeverity found) {
    return String.format(
        Locale.ROOT,
        "On %d samples your scores lie %.2f points %s the mean of the others who scored them.",
        found.samples(),
        Math.abs(found.difference()),
        side(found));
  }

  private static String side(BlindSeverity found) {
    return found.difference() < 0 ? "below" : "above";
  }

  private static BlindView insufficient() {
    return BlindView.without(
        ProfileState.INSUFFICIENT,
        "It takes "
            + BlindSeverity.LEAST_SAMPLES
            + " blind samples that "
            + BlindSeverity.LEAST_RATERS
            + " or more scored, this rater among them, and others who differ in what they gave.");
  }

  private static double hundredths(double points) {
    return Math.round(points * PER_POINT) / (double) PER_POINT;
  }
}
