package org.evenhand.review.growth.remediation.terms;

import java.util.UUID;

/**
 * When the gap was said to the person before, and what help was offered then.
 *
 * @param id of the check-in, observation or feedback
 */
public record Said(SaidKind kind, UUID id, String support) {}
