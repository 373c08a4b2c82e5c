package org.evenhand.policy.challenge.work;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which one says the same.
 *
 * @param into the challenge that is answered for both
 */
@Schema(
    name = "ChallengeMergingRequest",
    example = "{\"into\": \"0198f2a0-0000-7000-8000-000000000050\"}")
public record MergingRequest(@NotNull UUID into) {}
