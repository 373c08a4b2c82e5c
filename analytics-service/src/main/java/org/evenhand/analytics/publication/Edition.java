package org.evenhand.analytics.publication;

import java.time.Instant;
import java.util.Map;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.statistics.verdict.InterimLook;

/**
 * All that was published of a cycle at one moment. It stays as it is.
 *
 * @param number 1, 2, ... within the cycle
 * @param publishedAt as exact as the column
 * @param phases those in which somebody has a rating
 * @param fingerprint of the counts; the same for the same counts
 * @param shared whether every rating in it has been shared with its reviewee
 */
public record Edition(
    int number,
    Moment moment,
    Instant publishedAt,
    Scale scale,
    Map<Phase, Extent> phases,
    String fingerprint,
    boolean shared) {

  public Edition {
    phases = Map.copyOf(phases);
  }

  /**
   * How much of the cycle a phase holds.
   *
   * @param share of the ratings that are expected, how many are in: above 0 and at most 1
   * @param people with a rating on the scale of the edition
   * @param onOtherScales ratings that are not among them, because they are on another scale
   */
  public record Extent(double share, long people, long onOtherScales) {}

  /**
   * The look at a test that this edition is. Looks are few and known: before sharing is proposed
   * evidence has to pass the bound of an interim look; then is the one formal test.
   */
  public InterimLook look(Phase phase) {
    Extent extent = phases.get(phase);
    return moment != Moment.CALIBRATION_STARTED || extent == null
        ? InterimLook.FINAL
        : new InterimLook(extent.share());
  }

  /** Whether it reports what has become of a cycle that was judged, and tests nothing anew. */
  public boolean reportsOnly() {
    return moment == Moment.CLOSED;
  }
}
