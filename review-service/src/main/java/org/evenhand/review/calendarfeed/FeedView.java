package org.evenhand.review.calendarfeed;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A feed, as its person sees it. */
@Schema(
    name = "CalendarFeed",
    example =
        """
        {"id": "019a8c1e-6f00-7000-8000-000000000131", "madeOn": "2026-11-29",
         "lastUsedOn": "2026-12-04", "actions": ["revokeCalendarFeed"]}
        """)
record FeedView(
    UUID id,
    @Schema(
            description =
                "The secret address for a calendar client, in the first answer to its making alone."
                    + " Whoever has it reads the feed")
        @Nullable URI url,
    @Schema(description = "When it was made, as a day in UTC") LocalDate madeOn,
    @Schema(description = "When a client last read it, as a day in UTC")
        @Nullable LocalDate lastUsedOn,
    List<String> actions) {

  static FeedView of(Feed feed) {
    return of(feed, null);
  }

  static FeedView of(Feed feed, @Nullable URI url) {
    return new FeedView(
        feed.id(), url, feed.madeOn(), feed.lastUsedOn(), List.of("revokeCalendarFeed"));
  }
}
