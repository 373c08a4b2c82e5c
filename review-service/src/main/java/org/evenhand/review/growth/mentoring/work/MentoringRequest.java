package org.evenhand.review.growth.mentoring.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.kit.web.text.PlainText;

/** Whom somebody asks, and what about. */
@Schema(
    name = "MentoringRequest",
    example =
        """
        {"mentorId": "019a8c1e-6f00-7000-8000-000000000022",
         "topic": "How to plan with more than one team"}
        """)
record MentoringRequest(
    @NotNull UUID mentorId, @NotNull @PlainText @Size(max = 2000) String topic) {}
