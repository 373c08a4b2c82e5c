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
 * <p>Here is what the rooms share: counts and their moments, rates with the intervals of Katz,
 * Wilson and Newcombe and Cohen's h ({@link Proportions}), dominance, and the words for sizes.
 * Where a method is found:
 *
 * <ul>
 *   <li>{@code tests}: tests of a difference, and their correction
 *   <li>{@code effects}: how large a difference is, and what can be detected
 *   <li>{@code stratified}: differences within strata
 *   <li>{@code raters}: how a rater's ratings lie beside those of others
 *   <li>{@code monitoring}: distributions over time and beside guidance
 *   <li>{@code partition}: groups, which of them is the reference and which can't be shown
 *   <li>{@code verdict}: what all of it comes to
 * </ul>
 */
@NullMarked
package org.evenhand.analytics.statistics;

import org.jspecify.annotations.NullMarked;
