package org.evenhand.review.directory.orgimport;

import java.time.Instant;
import java.util.UUID;

/**
 * Leave for one import to end more employments than usual.
 *
 * @param atMost how many at most
 * @param expiresAt until when it can be used
 */
record DeactivationPermit(UUID id, int atMost, Instant expiresAt) {}
