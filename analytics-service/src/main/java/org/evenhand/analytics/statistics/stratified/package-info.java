/**
 * Differences within strata, such as the same jobs.
 *
 * <ul>
 *   <li>Cochran-Mantel-Haenszel: {@link CochranMantelHaenszel}, {@link MantelHaenszelRatio}, {@link
 *       CommonOddsRatio}, {@link MantelFleiss}; Breslow-Day and Tarone: {@link BreslowDay}
 *   <li>van Elteren: {@link VanElteren}, {@link StratifiedDelta}
 *   <li>all of them for one comparison: {@link StratifiedEffect}
 * </ul>
 */
@NullMarked
package org.evenhand.analytics.statistics.stratified;

import org.jspecify.annotations.NullMarked;
