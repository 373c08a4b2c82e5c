package org.evenhand.analytics.disclosure;

/**
 * The group and level at which a person counts in a figure.
 *
 * @param group a declared value, or the name of those who declared nothing
 * @param level the ordinal on the scale, 1 is the lowest; in a figure of appeals that of the {@link
 *     AppealOutcome}
 */
public record Place(String group, int level) {}
