package org.evenhand.review.growth.feedback.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody asks, and what.
 *
 * @param aboutId a report of theirs; absent for themself
 * @param dueOn the day after which it lapses; absent for ten working days
 * @param opensOn from which day on the report reads the answer, if no result of theirs is shared
 *     before
 */
@Schema(
    example =
        """
        {"askedId": "019a8c1e-6f00-7000-8000-000000000022",
         "aboutId": "019a8c1e-6f00-7000-8000-000000000021",
         "question": "How was it to move the archive with her?", "dueOn": "2026-05-27",
         "opensOn": "2026-07-01"}
        """)
record NewFeedbackRequest(
    @NotNull UUID askedId,
    @Nullable UUID aboutId,
    @NotNull @PlainText @Size(max = 2000) String question,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate opensOn) {}
