/**
 * How a rater's ratings lie beside those of others.
 *
 * <ul>
 *   <li>empirical-Bayes shrinkage: {@link OneWayEffects}, {@link CautiousEffect}
 *   <li>severity, range restriction and central tendency: {@link RaterProfile}, {@link
 *       RaterSeverity}; severity on the same blind samples: {@link BlindSeverity}
 * </ul>
 */
@NullMarked
package org.evenhand.analytics.statistics.raters;

import org.jspecify.annotations.NullMarked;
