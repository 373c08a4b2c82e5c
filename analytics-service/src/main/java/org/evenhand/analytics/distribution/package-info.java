/** How ratings are distributed over the levels of a scale, by organisational partition. */
@NullMarked
package org.evenhand.analytics.distribution;

import org.jspecify.annotations.NullMarked;
