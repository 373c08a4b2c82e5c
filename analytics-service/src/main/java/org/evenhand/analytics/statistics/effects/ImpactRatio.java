package org.evenhand.analytics.statistics.effects;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.analytics.statistics.Interval;
import org.evenhand.analytics.statistics.Metric;
import org.evenhand.analytics.statistics.Proportions;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.Significance;
import org.evenhand.analytics.statistics.Size;
import org.evenhand.analytics.statistics.tests.FisherExact;
import org.evenhand.analytics.statistics.tests.PooledZ;

/**
 * The selection rate of a group over that of the reference group.
 *
 * <p>Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D; S. B. Morris and
 * E. M. Dunleavy (eds), <em>Adverse Impact Analysis</em> (2017). Rules are decided in integers.
 * Where nobody of the reference group was selected the ratio has no value, and the groups can't be
 * told apart by it.
 *
 * @param focal the group looked at, with people
 * @param reference the group it is held against, with people
 * @param words what happened to the selected
 */
public record ImpactRatio(Selection focal, Selection reference, Favoured words) implements Effect {
  /** Below this in any cell, the normal approximation is not trusted. */
  private static final long LEAST_EXPECTED = 5;

  /** Of people who are selected by their rating. */
  public ImpactRatio(Selection focal, Selection reference) {
    this(focal, reference, Favoured.BY_RATING);
  }

  public ImpactRatio {
    if (focal.people() == 0 || reference.people() == 0) {
      throw new IllegalArgumentException("An empty group has no rate to compare");
    }
  }

  @Override
  public Metric metric() {
    return Metric.IMPACT_RATIO;
  }

  @Override
  public long focalPeople() {
    return focal.people();
  }

  @Override
  public long referencePeople() {
    return reference.people();
  }

  /** The exact ratio; empty where the reference rate is 0. */
  public Optional<ExactRatio> ratio() {
    return reference.selected() == 0
        ? Optional.empty()
        : Optional.of(ExactRatio.of(focal, reference));
  }

  @Override
  public OptionalDouble value() {
    return ratio().map(ratio -> OptionalDouble.of(ratio.value())).orElse(OptionalDouble.empty());
  }

  /** Katz's log interval of the ratio. */
  @Override
  public Optional<Interval> interval() {
    return Proportions.katz(focal, reference, Interval.USUAL);
  }

  /** The four-fifths rule; not broken where there is no ratio. */
  public boolean belowFourFifths() {
    return ratio().map(ExactRatio::belowFourFifths).orElse(false);
  }

  /** The focal rate minus the reference rate. */
  public double difference() {
    return focal.rate() - reference.rate();
  }

  /** Newcombe's interval of {@link #difference()}. */
  public Interval differenceInterval() {
    return Proportions.newcombe(focal, reference, Interval.USUAL);
  }

  /** Cohen's h of the two rates. */
  public double cohenH() {
    return Proportions.cohenH(focal.rate(), reference.rate());
  }

  /**
   * How many more of the group would be selected at the reference rate, in people; negative when
   * the group does better.
   */
  public double shortfall() {
    return focal.people() * reference.rate() - focal.selected();
  }

  /**
   * Fisher's exact test when a cell is expected to hold fewer than 5 people, else the Z test, and
   * the Z test beyond 2³¹ − 1 people, which Fisher's can't take. Where all or none are selected in
   * both groups there is no difference to find: p is 1.
   */
  @Override
  public Optional<Significance> significance() {
    if (anExpectedCellIsSmall() && fitsAnExactTest()) {
      double p = FisherExact.of(focal, reference).twoSided();
      return Optional.of(new Significance(Significance.Test.FISHER_EXACT, p));
    }
    double p = PooledZ.of(focal, reference).p();
    return Optional.of(new Significance(Significance.Test.POOLED_Z, p));
  }

  @Override
  public boolean isBehind() {
    return focal.compareRate(reference) < 0;
  }

  private boolean anExpectedCellIsSmall() {
    long rows = Math.min(focal.people(), reference.people());
    long columns =
        Math.min(
            Math.addExact(focal.selected(), reference.selected()),
            Math.addExact(focal.others(), reference.others()));
    BigInteger people = BigInteger.valueOf(focal.people() + reference.people());
    return Selection.product(rows, columns)
            .compareTo(people.multiply(BigInteger.valueOf(LEAST_EXPECTED)))
        < 0;
  }

  private boolean fitsAnExactTest() {
    return Math.addExact(focal.people(), reference.people()) <= Integer.MAX_VALUE;
  }

  @Override
  public Size size() {
    Optional<ExactRatio> ratio = ratio();
    if (ratio.isEmpty()) {
      return Size.NONE;
    }
    for (Size size : new Size[] {Size.CRITICAL, Size.WARN, Size.NOTE}) {
      if (ratio.get().isBelow(metric().hundredths(size), 100)) {
        return size;
      }
    }
    return Size.NONE;
  }

  /**
   * The ratio if one person of the focal group had been selected instead of one of the reference
   * group; empty when the reference rate would be 0, or the focal group has nobody left to select.
   */
  public Optional<ExactRatio> ratioAfterSwap() {
    if (focal.others() == 0 || reference.selected() <= 1) {
      return Optional.empty();
    }
    return Optional.of(
        ExactRatio.of(
            new Selection(focal.selected() + 1, focal.people()),
            new Selection(reference.selected() - 1, reference.people())));
  }

  /** Whether {@link #ratioAfterSwap()} puts the focal group ahead, while now it is behind. */
  @Override
  public boolean turnsWithOnePerson() {
    if (!isBehind()) {
      return false;
    }
    // With a single one selected in the reference group the swap leaves it with none.
    return reference.selected() == 1
        || ratioAfterSwap().map(ratio -> !ratio.isBelow(1, 1) && !isOne(ratio)).orElse(false);
  }

  private static boolean isOne(ExactRatio ratio) {
    return ratio.numerator().equals(ratio.denominator());
  }

  @Override
  public String inWords() {
    String rates =
        String.format(
            Locale.ROOT,
            "%d of %d people (%.1f %%) %s, in the reference group %d of %d (%.1f %%)",
            focal.selected(),
            focal.people(),
            100 * focal.rate(),
            words.did(),
            reference.selected(),
            reference.people(),
            100 * reference.rate());
    return ratio()
        .map(ratio -> rates + String.format(Locale.ROOT, ": a ratio of %.3f", ratio.value()))
        .orElse(rates + ": no ratio");
  }

  @Override
  public String whatWouldClear(Size size) {
    int hundredths = metric().hundredths(size);
    return String.format(
        Locale.ROOT,
        "a ratio of at least 0.%02d, that is %d more of the group %s",
        hundredths,
        missingTo(hundredths),
        words.more());
  }

  /**
   * The least number of further selections in the focal group that lift the ratio to hundredths.
   */
  private BigInteger missingTo(int hundredths) {
    BigInteger per = BigInteger.valueOf(100).multiply(BigInteger.valueOf(reference.people()));
    BigInteger needed =
        Selection.product(reference.selected(), focal.people())
            .multiply(BigInteger.valueOf(hundredths))
            .add(per)
            .subtract(BigInteger.ONE)
            .divide(per);
    return needed.subtract(BigInteger.valueOf(focal.selected())).max(BigInteger.ZERO);
  }
}
