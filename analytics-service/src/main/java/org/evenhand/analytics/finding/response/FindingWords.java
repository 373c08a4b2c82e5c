package org.evenhand.analytics.finding.response;

import java.util.Locale;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingFigures;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.statistics.Metric;

/** What a finding says, in words for whoever has to act on it and is no statistician. */
final class FindingWords {

  static final String NOT_SAID =
      "It states a difference and how sure it is, not why it is there. It is no statement about any"
          + " one person or reviewer, and no rating is changed because of it.";

  private FindingWords() {}

  static String headline(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s in %s: %s of %s against %s",
        finding.verdict(),
        finding.cycleKey(),
        finding.key().group(),
        finding.dimensionLabel(),
        finding.figures().reference());
  }

  /** What the metric measures, how its number reads, and of when the figures are. */
  static String measured(Finding finding) {
    FindingFigures figures = finding.figures();
    FigureSource source = figures.carriedFrom();
    return source == null
        ? metric(finding)
        : metric(finding)
            + " The figures of the group are those of edition %d, %s calibration: too few people differ since."
                .formatted(source.edition(), source.phase() == Phase.BEFORE ? "before" : "after");
  }

  private static String metric(Finding finding) {
    FindingFigures figures = finding.figures();
    int from = finding.scale().favourableFrom();
    if (finding.key().metric().equals(Metric.IMPACT_RATIO.apiName())) {
      return String.format(
          Locale.ROOT,
          "The share of the group that is rated at level %d or above (%d of %d, %.1f %%), over the"
              + " same share of the reference group. 1 means alike; below 0.80 is worth a warning"
              + " when chance does not explain it.",
          from,
          figures.selected(),
          figures.people(),
          100 * figures.rate());
    }
    return "How much oftener somebody of the group is rated higher than somebody of the reference"
        + " group than lower, over all levels of the scale. 0 means alike, −1 always lower, 1"
        + " always higher; 0.28 either way is worth a warning when chance does not explain it.";
  }

  static String nextStep(Finding finding) {
    return switch (finding.state()) {
      case NOTED -> "Nothing has to be answered. Look at it again after the next cycle.";
      case RAISED ->
          finding.response().isPresent()
              ? "A response is proposed; somebody of the other side has to countersign it."
              : "HR and a manager of the cycle's people say together what is done about it, and by"
                  + " when. A cycle that is lived here is not shared before.";
      case ANSWERED -> "Both sides have agreed on what is done about it.";
      case CLEARED -> "A later judgement has cleared it.";
    };
  }
}
