package org.evenhand.review.growth.citation;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param reviewId a review of one's own
 */
@Schema(
    name = "SelfCitationRequest",
    example = "{\"reviewId\": \"019a8c1e-6f00-7000-8000-000000000201\"}")
public record CitationRequest(@NotNull UUID reviewId) {}
