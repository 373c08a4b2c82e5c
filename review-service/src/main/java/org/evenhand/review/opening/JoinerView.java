package org.evenhand.review.opening;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The review that was opened. */
@Schema(
    example =
        """
        {"reviewId": "019a8c1e-6f00-7000-8000-000000000002",
         "cycleId": "019a8c1e-6f00-7000-8000-000000000001"}
        """)
record JoinerView(UUID reviewId, UUID cycleId) {}
