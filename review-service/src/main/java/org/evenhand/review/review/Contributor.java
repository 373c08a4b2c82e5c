package org.evenhand.review.review;

import java.util.UUID;

/** Somebody whom the reviewer asked for a view, as a peer. */
public record Contributor(UUID employeeId, ContributionType type) {}
