package org.evenhand.review.calibrated;

import java.util.UUID;

/** What this service reads of a precedent: that it is out, and of which policy. */
record PrecedentTold(UUID precedentId, UUID policyId) {}
