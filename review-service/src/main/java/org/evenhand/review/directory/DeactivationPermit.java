package org.evenhand.review.directory;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Leave for one import to end more employments than usual.
 *
 * @param atMost how many at most
 * @param expiresAt until when it can be used
 */
@Schema(example = Examples.PERMIT)
record DeactivationPermit(UUID id, int atMost, Instant expiresAt) {}
