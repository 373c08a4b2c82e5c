package org.evenhand.review.growth.mentoring.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody offers as a mentor. */
@Schema(
    name = "MentorProfileRequest",
    example = "{\"skills\": [\"planning\"], \"languages\": [\"nl\", \"en\"], \"capacity\": 2}")
record MentorProfileRequest(
    @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Pattern(regexp = "^[a-z0-9][a-z0-9-]{0,39}$") String> skills,
    @NotNull @Size(min = 1, max = 10)
        List<@NotNull @Pattern(regexp = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$") String>
            languages,
    @NotNull @Min(0) @Max(10) Integer capacity) {}
