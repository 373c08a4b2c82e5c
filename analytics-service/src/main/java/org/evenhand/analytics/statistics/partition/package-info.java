/**
 * People parted into groups: which one is the reference ({@link ReferenceGroup}), and which can't
 * be shown.
 *
 * <p>Suppression of small, complementary and homogeneous groups, differences of queries: {@link
 * Suppression}, {@link Partition}, {@link Disclosure}.
 */
@NullMarked
package org.evenhand.analytics.statistics.partition;

import org.jspecify.annotations.NullMarked;
