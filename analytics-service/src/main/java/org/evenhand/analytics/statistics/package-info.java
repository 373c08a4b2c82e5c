/**
 * The statistics of fairness, as pure functions of integer counts.
 *
 * <p>Every cost depends on the number of groups and levels, never on the number of people. What
 * decides something (is this below four fifths, is that group hidden) is decided in integers;
 * doubles are for what is shown. Levels are ascending: a higher ordinal is the better rating.
 * "Focal" is the group that is looked at, "reference" the one that it is held against; differences
 * are focal minus reference.
 *
 * <p>Nothing here calls a difference anything but a difference: numbers can't say why it is there.
 */
@NullMarked
package org.evenhand.analytics.statistics;

import org.jspecify.annotations.NullMarked;
