package org.evenhand.analytics.evidence;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.analytics.evidence.EvidenceView.BandView;
import org.evenhand.analytics.evidence.EvidenceView.GroupState;
import org.evenhand.analytics.evidence.EvidenceView.GroupView;
import org.evenhand.analytics.publication.EvidenceFigures;
import org.evenhand.analytics.publication.EvidenceMeasure;
import org.evenhand.analytics.publication.ShownGroup;
import org.evenhand.analytics.publication.SuppressionWords;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a group: shares of its reviews, rounded, of each measure of which they were
 * published.
 *
 * @param least people of a group of which a distribution is shown
 */
record GroupEvidence(int least) {

  private static final double HUNDREDTHS = 100;

  GroupView of(ShownGroup group, @Nullable EvidenceFigures figures) {
    if (figures != null) {
      return of(group.value(), figures);
    }
    return group.distribution()
        ? without(group.value(), GroupState.UNKNOWN, null)
        : hidden(group.value());
  }

  GroupView hidden(String value) {
    return without(value, GroupState.HIDDEN, SuppressionWords.rule(least));
  }

  private static GroupView without(String value, GroupState state, @Nullable String rule) {
    return new GroupView(value, state, rule, null, null, null, null, null);
  }

  private static GroupView of(String value, EvidenceFigures figures) {
    return new GroupView(
        value,
        GroupState.SHOWN,
        null,
        figures.reviews(),
        shares(figures, EvidenceMeasure.OBSERVATIONS),
        shares(figures, EvidenceMeasure.IMPACT),
        shares(figures, EvidenceMeasure.DAYS_SINCE),
        shares(figures, EvidenceMeasure.CRITERIA_WITHOUT));
  }

  private static @Nullable List<BandView> shares(EvidenceFigures figures, EvidenceMeasure measure) {
    List<Long> counts = figures.bands().get(measure);
    if (counts == null) {
      return null;
    }
    List<BandView> bands = new ArrayList<>();
    for (int band = 0; band < counts.size(); band++) {
      bands.add(
          new BandView(measure.bands().get(band), share(counts.get(band), figures.reviews())));
    }
    return bands;
  }

  private static double share(long count, long of) {
    return Math.round(HUNDREDTHS * count / of) / HUNDREDTHS;
  }
}
