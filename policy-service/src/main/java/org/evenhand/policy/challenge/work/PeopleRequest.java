package org.evenhand.policy.challenge.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * In whose hands a practice is.
 *
 * @param people none of them answers from now on, nor anybody above or below them
 */
@Schema(
    name = "ChallengedPeopleRequest",
    example = "{\"people\": [\"0198f2a0-0000-7000-8000-000000000102\"]}")
public record PeopleRequest(@NotNull @Size(min = 1, max = 3) List<@NotNull UUID> people) {}
