package org.evenhand.policy.challenge.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/**
 * What the first answer left open.
 *
 * @param text everybody reads it
 */
@Schema(
    name = "ChallengeFollowUpRequest",
    example = "{\"text\": \"It doesn't say what holds until then.\"}")
public record FollowUpRequest(@NotNull @PlainText @Size(max = 4000) String text) {}
