package org.evenhand.review.rating;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Ratings in the order in which they were committed.
 *
 * @param next the cursor of the next page; absent when there is none at present
 * @param updatedSince what to ask with later for whatever has changed after this page
 */
@Schema(
    example =
        """
        {"items": [{"reviewId": "019a8c1e-6f00-7000-8000-000000000002",
           "origin": "LIVE", "cycle": "2026", "externalId": "L011", "assignmentId": "A011-1",
           "periodStart": "2026-01-01", "periodEnd": "2026-12-31",
           "ordinal": 4, "label": "Exceeds", "scaleSize": 5, "favourableFrom": 5,
           "originalOrdinal": 5, "calibrated": true, "disputed": false,
           "underAppeal": false, "status": "SHARED",
           "effectiveAt": "2027-02-10T09:00:00Z", "recordedAt": "2027-02-10T09:00:00Z"}],
         "updatedSince": "MS4xMjA0"}
        """)
record RatingsPage(List<RatingView> items, @Nullable String next, String updatedSince) {}
