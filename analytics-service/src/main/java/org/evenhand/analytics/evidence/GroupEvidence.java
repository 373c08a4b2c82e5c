package org.evenhand.analytics.evidence;

import org.evenhand.analytics.evidence.EvidenceView.GroupState;
import org.evenhand.analytics.evidence.EvidenceView.GroupView;
import org.evenhand.analytics.publication.EvidenceSums;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.publication.SuppressionWords;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a group. What only some reviews of it have is shown where these are as many as a
 * group needs. Figures are rounded.
 *
 * @param least people of a group of which figures are shown
 * @param leastDistribution people of a group of which a distribution is shown
 */
record GroupEvidence(int least, int leastDistribution) {

  private static final double TENTHS = 10;
  private static final double HUNDREDTHS = 100;

  /**
   * @param sums null where nothing of it was published
   */
  GroupView of(ShownGroup group, @Nullable EvidenceSums sums) {
    if (sums != null) {
      return of(group.value(), sums);
    }
    return group.distribution()
        ? new GroupView(group.value(), GroupState.UNKNOWN, null, null, null, null, null, null)
        : hidden(group.value());
  }

  GroupView hidden(String value) {
    return new GroupView(
        value,
        GroupState.HIDDEN,
        SuppressionWords.rule(leastDistribution),
        null,
        null,
        null,
        null,
        null);
  }

  private GroupView of(String value, EvidenceSums sums) {
    boolean enough = sums.observed() >= least;
    return new GroupView(
        value,
        GroupState.SHOWN,
        null,
        sums.reviews(),
        rounded(sums.observations(), sums.reviews(), TENTHS),
        enough ? rounded(sums.withImpact(), sums.observations(), HUNDREDTHS) : null,
        enough ? rounded(sums.days(), sums.observed(), 1) : null,
        rounded(sums.criteriaWithout(), sums.reviews(), TENTHS));
  }

  private static double rounded(long sum, long of, double steps) {
    return Math.round(steps * sum / of) / steps;
  }
}
