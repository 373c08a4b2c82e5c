/**
 * How large a difference is.
 *
 * <ul>
 *   <li>impact ratio and the four-fifths rule: {@link ImpactRatio}, {@link ExactRatio}
 *   <li>Cliff's delta: {@link CliffsDelta}
 *   <li>power: {@link DetectableEffect}
 * </ul>
 */
@NullMarked
package org.evenhand.analytics.statistics.effects;

import org.jspecify.annotations.NullMarked;
