package org.evenhand.review.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.directory.people.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A part that was missing when its milestone passed.
 *
 * @param reason absent for parts that were noted before reasons were kept
 * @param reviewer who had the review then
 */
@Schema(
    example =
        """
        {"reviewId": "019a8c1e-6f00-7000-8000-000000000002",
         "milestone": "SELF_REVIEW", "reason": "NOT_WRITTEN",
         "reviewee": {"id": "019a8c1e-6f00-7000-8000-000000000011", "name": "José Núñez"},
         "reviewer": {"id": "019a8c1e-6f00-7000-8000-000000000005", "name": "Zoë Brontë"},
         "orgUnit": "engineering", "dueOn": "2026-12-15", "recordedAt": "2026-12-16T00:00:03Z"}
        """)
record ExceptionView(
    UUID reviewId,
    Milestone milestone,
    @Nullable ExceptionReason reason,
    PersonRef reviewee,
    @Nullable PersonRef reviewer,
    String orgUnit,
    LocalDate dueOn,
    Instant recordedAt) {}
