package org.evenhand.analytics.rater;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where managers' ratings are profiled, as everyone may read it. */
@Schema(name = "RaterProfiling", example = ProfilingExample.PROFILING)
record ProfilingView(
    @Schema(description = "ISO 3166-1 alpha-2", examples = "GB") String country,
    String legalBasis,
    String reason,
    LocalDate from,
    @Schema(description = "The last day; absent while no end is set") @Nullable LocalDate until,
    long version) {}
