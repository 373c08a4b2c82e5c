package org.evenhand.analytics.publication;

/**
 * What the reviews of a group rest on together.
 *
 * @param reviews with a rating
 * @param observed those of them that rest on any observation
 * @param days over these, from the last observation of each to its conclusion
 */
public record EvidenceSums(
    long reviews,
    long observed,
    long observations,
    long withImpact,
    long criteriaWithout,
    long days) {}
