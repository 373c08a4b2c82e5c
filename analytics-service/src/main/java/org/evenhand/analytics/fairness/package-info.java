/** Impact ratios and Cliff's delta per group, with what the verdict rests on. */
@NullMarked
package org.evenhand.analytics.fairness;

import org.jspecify.annotations.NullMarked;
