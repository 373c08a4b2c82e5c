package org.evenhand.analytics.statistics.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.effects.Effect;
import org.evenhand.analytics.statistics.effects.ImpactRatio;
import org.evenhand.analytics.statistics.stratified.StratifiedEffect;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Effect NONE = selected(95);
  private static final Effect NOTE = selected(85);
  private static final Effect WARN = selected(75);
  private static final Effect CRITICAL = selected(50);

  @Test
  void withoutStrataNothingIsExplainedConfirmedOrHidden() {
    Evidence none =
        new Evidence(
            InterimLook.FINAL,
            1,
            .05,
            OptionalDouble.of(.01),
            Optional.empty(),
            OptionalDouble.empty(),
            false);

    assertFalse(none.explains(CRITICAL));
    assertFalse(none.confirms(CRITICAL));
    assertFalse(none.showsWhatIsHidden());
  }

  @Test
  void whatIsNotEvidentWithinExplainsOnlyWhereItIsSmallerToo() {
    assertTrue(within(.5, true, Size.NONE).explains(NONE));
    assertTrue(within(.5, true, Size.NONE).explains(CRITICAL));
    assertTrue(within(.5, true, Size.NOTE).explains(WARN));
    assertFalse(within(.5, true, Size.NOTE).explains(NOTE));
    assertFalse(within(.5, true, Size.WARN).explains(CRITICAL));
    assertFalse(within(.5, true, Size.CRITICAL).explains(CRITICAL));
  }

  @Test
  void whatIsEvidentWithinExplainsOnlyWhereItGoesTheOtherWay() {
    assertFalse(within(.01, true, Size.NONE).explains(WARN));
    assertTrue(within(.01, false, Size.WARN).explains(WARN));
  }

  @Test
  void confirmedIsWhatIsEvidentWithinInTheSameDirectionAndAsLargeAsAWarning() {
    assertTrue(within(.01, true, Size.WARN).confirms(CRITICAL));
    assertTrue(within(.01, true, Size.CRITICAL).confirms(CRITICAL));
    assertFalse(within(.01, true, Size.NOTE).confirms(CRITICAL));
    assertFalse(within(.01, false, Size.CRITICAL).confirms(CRITICAL));
    assertFalse(within(.05, true, Size.CRITICAL).confirms(CRITICAL), "a q of the limit is none");
  }

  @Test
  void hiddenIsWhatIsEvidentAndWorthANoteWithin() {
    assertTrue(within(.01, true, Size.NOTE).showsWhatIsHidden());
    assertFalse(within(.01, true, Size.NONE).showsWhatIsHidden());
    assertFalse(within(.2, true, Size.CRITICAL).showsWhatIsHidden());
  }

  @Test
  void theSizesAreThoseThatTheTestsSpeakOf() {
    assertEquals(Size.NONE, NONE.size());
    assertEquals(Size.NOTE, NOTE.size());
    assertEquals(Size.WARN, WARN.size());
    assertEquals(Size.CRITICAL, CRITICAL.size());
  }

  private static Evidence within(double q, boolean behind, Size size) {
    StratifiedEffect effect =
        new StratifiedEffect(
            OptionalDouble.of(.5),
            Optional.empty(),
            new Significance(Significance.Test.COCHRAN_MANTEL_HAENSZEL, q),
            OptionalDouble.empty(),
            behind,
            size,
            3,
            100);
    return new Evidence(
        InterimLook.FINAL,
        1,
        .05,
        OptionalDouble.of(.01),
        Optional.of(effect),
        OptionalDouble.of(q),
        false);
  }

  private static Effect selected(long focal) {
    return new ImpactRatio(new Selection(focal, 200), new Selection(100, 200));
  }
}
