package org.evenhand.analytics.finding.response;

import java.util.Locale;
import org.evenhand.analytics.access.Stage;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingFigures;
import org.evenhand.analytics.publication.FigureSource;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Selection;

/** What a finding says, in words for whoever has to act on it and is no statistician. */
final class FindingWords {

  private static final String NOT_SAID =
      "It states a difference and how sure it is, not why it is there. It is no statement about any"
          + " one person or %s because of it.";

  private FindingWords() {}

  static String notSaid(Finding finding) {
    return NOT_SAID.formatted(
        finding.stage().isPresent()
            ? "opportunity, and none is decided anew"
            : "reviewer, and no rating is changed");
  }

  static String headline(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s in %s%s: %s of %s against %s",
        finding.verdict(),
        finding.cycleKey(),
        finding.stage().map(stage -> ", " + stage).orElse(""),
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
    return finding.stage().map(stage -> reached(stage, finding)).orElseGet(() -> rated(finding));
  }

  private static String reached(Stage stage, Finding finding) {
    FindingFigures figures = finding.figures();
    return String.format(
        Locale.ROOT,
        "The share of the group that came to the stage (%s, %.1f %%), over the same share of the"
            + " reference group. A person counts once, by the furthest stage reached with any of"
            + " the opportunities. 1 means alike; below 0.80 is worth a warning when chance does"
            + " not explain it.",
        stage.inWords(new Selection(figures.selected(), figures.people())),
        100 * figures.rate());
  }

  private static String rated(Finding finding) {
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
              : "HR and a manager of the people who count in it say together what is done about it,"
                  + " and by when."
                  + (finding.stage().isPresent()
                      ? ""
                      : " A cycle that is lived here is not shared before.");
      case ANSWERED -> "Both sides have agreed on what is done about it.";
      case CLEARED -> "A later judgement has cleared it.";
    };
  }
}
