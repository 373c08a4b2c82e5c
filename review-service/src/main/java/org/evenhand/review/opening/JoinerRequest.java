package org.evenhand.review.opening;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The person who joins.
 *
 * @param assignmentId the HRIS' id of the contract; the main one if absent
 */
@Schema(example = "{\"employeeExternalId\": \"L023\"}")
record JoinerRequest(
    @NotNull @PlainText @Size(max = 100) String employeeExternalId,
    @PlainText @Size(max = 100) @Nullable String assignmentId) {}
