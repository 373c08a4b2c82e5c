package org.evenhand.review.sample;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Which reviews a calibration session wants. */
record SampleRequest(
    @NotNull UUID sessionId,
    @NotNull UUID cycleId,
    @NotEmpty @Size(max = 500) List<@NotNull UUID> reviewIds) {}
