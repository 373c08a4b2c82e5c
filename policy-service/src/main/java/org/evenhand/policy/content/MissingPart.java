package org.evenhand.policy.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that a version still lacks.
 *
 * @param pointer where in the content (RFC 6901)
 */
public record MissingPart(
    @Schema(description = "Where in the content (RFC 6901)") String pointer,
    @Schema(description = "What is missing there") String detail) {}
