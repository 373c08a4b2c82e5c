/**
 * Distributions watched over time, and beside what is expected of them.
 *
 * <ul>
 *   <li>cycle shift with PSI, Kolmogorov-Smirnov, Jensen-Shannon: {@link DistributionDrift};
 *       Wasserstein-1: {@link Wasserstein}
 *   <li>CUSUM, EWMA, p-chart and Laney's p′: {@link Cusum}, {@link Ewma}, {@link PChart}; what they
 *       run on: {@link StandardisedMeans}
 *   <li>guidance ranges: {@link MultinomialExpectation}
 * </ul>
 */
@NullMarked
package org.evenhand.analytics.statistics.monitoring;

import org.jspecify.annotations.NullMarked;
