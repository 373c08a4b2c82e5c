package org.evenhand.review.growth.opportunity.application;

import java.util.UUID;

/**
 * Who applies, and in which of their assignments they are eligible.
 *
 * @param statusSeen the last change of their status
 */
public record Applicant(UUID employeeId, UUID assignmentId, long statusSeen) {}
