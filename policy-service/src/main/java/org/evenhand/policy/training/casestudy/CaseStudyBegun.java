package org.evenhand.policy.training.casestudy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a study has begun. No words of a case: this answer is remembered for a repeat, and a
 * precedent that is withdrawn is read by nobody.
 */
@Schema(name = "CaseStudyBegun", example = "{\"cases\": 3}")
public record CaseStudyBegun(
    @Schema(description = "How many cases there are to score") int cases) {}
