package org.evenhand.review.directory.reading;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose names another service wants to show in one answer. */
@Schema(example = "{\"ids\": [\"019a8c1e-6f00-7000-8000-000000000005\"]}")
record NamesRequest(
    @NotEmpty @Size(max = 1000) @Schema(description = "Our ids of the people")
        List<@NotNull UUID> ids) {}
