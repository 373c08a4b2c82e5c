/**
 * The statistics of fairness, as pure functions of integer counts.
 *
 * <p>Every cost depends on the number of groups and levels, never on the number of people. What
 * decides something (is this below four fifths, is that group hidden) is decided in integers;
 * doubles are for what is shown. Levels are ascending: a higher ordinal is the better rating.
 * "Focal" is the group that is looked at, "reference" the one that it is held against; differences
 * are focal minus reference. Where a figure would say nothing (an empty group, one level in use, no
 * variance) it is empty, and never NaN; what can't be asked is refused by an exception that says
 * why.
 *
 * <p>Counts are {@code long}. Products of two of them, such as all pairs of two groups, are exact
 * up to 2⁶³ and refused beyond; products of three or more, such as the cubes of tied ranks, are
 * taken in {@link java.math.BigInteger} where they decide and in doubles where they are shown. So
 * ten million people are as good as ten.
 *
 * <p>Where a method is found:
 *
 * <ul>
 *   <li>impact ratio and the four-fifths rule: {@link ImpactRatio}, {@link ExactRatio}; the
 *       reference group: {@link ReferenceGroup}
 *   <li>Fisher's exact test, the Z test of two rates: {@link FisherExact}, {@link PooledZ}
 *   <li>intervals of Katz, Wilson and Newcombe, Cohen's h: {@link Proportions}
 *   <li>Cliff's delta: {@link CliffsDelta}, {@link Dominance}; Brunner-Munzel: {@link
 *       BrunnerMunzel}; Mann-Whitney, exact and not: {@link ExactMannWhitney}, {@link MannWhitney};
 *       Feng and Cliff: {@link FengCliff}
 *   <li>van Elteren: {@link VanElteren}, {@link StratifiedDelta}; Cochran-Mantel-Haenszel: {@link
 *       CochranMantelHaenszel}, {@link MantelHaenszelRatio}, {@link CommonOddsRatio}, {@link
 *       MantelFleiss}; Breslow-Day and Tarone: {@link BreslowDay}; all of them for one comparison:
 *       {@link StratifiedEffect}
 *   <li>cycle shift with PSI, Kolmogorov-Smirnov, Jensen-Shannon: {@link DistributionDrift};
 *       chi-square: {@link ChiSquare}; Wasserstein-1: {@link Wasserstein}
 *   <li>CUSUM, EWMA, p-chart and Laney's p′: {@link Cusum}, {@link Ewma}, {@link PChart}; what they
 *       run on: {@link StandardisedMeans}
 *   <li>empirical-Bayes shrinkage: {@link OneWayEffects}; a rater's severity, range restriction and
 *       central tendency: {@link RaterProfile}, {@link CautiousEffect}, {@link RaterSeverity};
 *       severity on the same blind samples: {@link BlindSeverity}
 *   <li>Benjamini-Hochberg in a family: {@link BenjaminiHochberg}, {@link FamilyTests}
 *   <li>Lan-DeMets looks, by O'Brien and Fleming or Pocock: {@link AlphaSpending}, {@link
 *       SpendingFunction}; looks without end: {@link InterimLook}
 *   <li>suppression of small, complementary and homogeneous groups, differences of queries: {@link
 *       Suppression}, {@link Partition}, {@link Disclosure}
 *   <li>guidance ranges: {@link MultinomialExpectation}
 *   <li>power: {@link DetectableEffect}
 *   <li>verdicts and their order: {@link VerdictRule}
 * </ul>
 *
 * <p>Nothing here calls a difference anything but a difference: numbers can't say why it is there.
 */
@NullMarked
package org.evenhand.analytics.statistics;

import org.jspecify.annotations.NullMarked;
