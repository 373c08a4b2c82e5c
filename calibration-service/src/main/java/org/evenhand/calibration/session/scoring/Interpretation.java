package org.evenhand.calibration.session.scoring;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.calibration.session.Agreement;
import org.jspecify.annotations.Nullable;

/** What the figures of a session say in words, and which to go by when. */
final class Interpretation {

  private static final int SAMPLES_TO_LEAN_ON = 10;

  /** Krippendorff's line for figures to rely on; AC2 knows no better one. */
  private static final double RELIABLE = 0.8;

  /** Below it, Krippendorff (2004) draws no conclusions, not even tentative ones. */
  private static final double TENTATIVE = 0.667;

  private static final String PAIR =
      "Fewer than three raters scored the same sample: there are differences, and no coefficient.";
  private static final String SAMPLES =
      "r_wg says of one sample how close its scores lie: 1 is all the same, 0 as far apart as"
          + " scores at random. Below .70 it is worth a word (NOTE), below .50 raters saw different"
          + " things (WARN), below .30 they hardly agree (CRITICAL). Go by it for what to talk"
          + " about; it doesn't say who is right. AD_M is the mean distance from the mean, in"
          + " rating points.";
  private static final String ALPHA =
      "Alpha says of all samples together whether raters tell them apart alike: 1 is fully, 0 as"
          + " by chance. Go by it for whether the anchors are read alike.";
  private static final String ASKS_FOR_A_NORM =
      "Alpha is low: raters read the anchors otherwise. Agree on a norm, one sentence on how an"
          + " anchor is read. Whoever words the next version of the policy finds beside its"
          + " anchors how far raters agreed on each level.";
  private static final String FEW =
      "With fewer than ten samples, go by the samples rather than by a coefficient.";
  private static final String PILED_UP =
      "Nearly all scores are of one level. Chance alone would agree here, so that a few"
          + " differences pull alpha down, or there is none. That raters would tell levels apart"
          + " where people differ, no coefficient can show on these samples: draw the next ones"
          + " over more of the scale.";
  private static final String AC2 =
      "AC2 doesn't fall because scores pile up: go by it, and not by alpha, for whether the raters"
          + " gave the same levels.";
  private static final String AC2_LOW =
      "AC2 is low as well: the raters do differ, whatever chance has to do with it.";
  private static final String PAIRS =
      "The kappas of the pairs of raters, in steps of .1 (0: or below; .8: or more). A low lowest"
          + " beside a high highest says that one or few read the anchors otherwise; all low, that"
          + " everybody does in their own way. They name nobody: ask, don't guess.";
  private static final String OWN =
      "Your own kappa is your agreement with all others together. Nobody else sees it. A low one"
          + " beside a high alpha says that you read the anchors otherwise than the others, not"
          + " that you are wrong.";

  private Interpretation() {}

  /** For whoever reads how far raters agree, and of no sample. */
  static List<String> ofAlphaAlone(Agreement agreement) {
    return agreement.paired() ? List.of(PAIR) : List.of(ALPHA);
  }

  /** The sentences that belong to the figures shown. */
  static List<String> of(Agreement agreement, @Nullable MeasuresView measures) {
    if (measures == null) {
      return List.of(PAIR);
    }
    List<String> words = new ArrayList<>(List.of(SAMPLES));
    Double alpha = agreement.alpha();
    if (measures.piledUp()) {
      words.add(PILED_UP);
    } else if (alpha != null) {
      words.add(ALPHA);
      if (alpha < TENTATIVE) {
        words.add(ASKS_FOR_A_NORM);
      }
    }
    if (agreement.samples() < SAMPLES_TO_LEAN_ON) {
      words.add(FEW);
    }
    Double ac2 = measures.ac2();
    if (ac2 != null) {
      words.add(ac2 < RELIABLE ? AC2_LOW : AC2);
    }
    if (measures.pairKappas() != null) {
      words.add(PAIRS);
    }
    if (measures.ownKappa() != null) {
      words.add(OWN);
    }
    return words;
  }
}
