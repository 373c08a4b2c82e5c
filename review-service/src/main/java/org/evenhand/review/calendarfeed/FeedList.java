package org.evenhand.review.calendarfeed;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All feeds of a person, in the order of their making. */
@Schema(name = "CalendarFeeds")
record FeedList(@Schema(description = "All of them") List<FeedView> items) {

  static FeedList of(List<Feed> feeds) {
    return new FeedList(feeds.stream().map(FeedView::of).toList());
  }
}
