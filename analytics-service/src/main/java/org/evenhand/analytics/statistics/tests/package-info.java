/**
 * Tests of a difference, and their correction.
 *
 * <ul>
 *   <li>Fisher's exact test, the Z test of two rates: {@link FisherExact}, {@link PooledZ}
 *   <li>Mann-Whitney, exact and not: {@link ExactMannWhitney}, {@link MannWhitney}; Brunner-Munzel:
 *       {@link BrunnerMunzel}; Feng and Cliff: {@link FengCliff}
 *   <li>chi-square: {@link ChiSquare}
 *   <li>Benjamini-Hochberg: {@link BenjaminiHochberg}
 *   <li>Lan-DeMets looks, by O'Brien and Fleming or Pocock: {@link AlphaSpending}, {@link
 *       SpendingFunction}
 * </ul>
 */
@NullMarked
package org.evenhand.analytics.statistics.tests;

import org.jspecify.annotations.NullMarked;
