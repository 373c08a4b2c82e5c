package org.evenhand.review.growth.feedback.access;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.feedback.access.FeedbackAccess.Filter;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list. Each door is looked through by itself and no further than the page goes, so
 * that each has its index. What is hidden is left out before pages are made: neither their length
 * nor whether there is a next one tells of it.
 *
 * @param time of the review whose reviewee's feedback is wanted; null for all
 */
record FeedbackPage(Filter filter, @Nullable RatedTime time, @Nullable UUID after, int limit) {

  private static final UUID LOWEST = new UUID(0, 0);

  /** What the reviewee was given in the rated period: few rows, whatever is public. */
  private static final String THEIRS =
      """
      with theirs as materialized (
        select given.* from feedback_recipient got join feedback given on given.id = got.feedback_id
        where got.employee_id = :reviewee and given.state in ('GIVEN', 'ADDED_TO')
          and given.given_at >= :from and given.given_at < :until)
      """;

  /**
   * @param select what is wanted of each {@code f}
   * @param doors through which they are looked for
   */
  String sql(String select, Map<FeedbackRelation, String> doors) {
    return (time == null ? "" : THEIRS)
        + select
        + "f.id in ("
        + doors.entrySet().stream().map(this::behind).collect(Collectors.joining(" union "))
        + ") order by f.id";
  }

  private String behind(Map.Entry<FeedbackRelation, String> door) {
    return "(select f.id from %s f where %s%s%s and f.id > :after order by f.id limit :most)"
        .formatted(
            time == null ? "feedback" : "theirs",
            door.getValue(),
            FeedbackDoors.listed(door.getKey()),
            filter.state() == null ? " and f.state <> 'HIDDEN'" : " and f.state = :state");
  }

  Rows bind(Rows rows) {
    rows.bind("after", after == null ? LOWEST : after).bind("most", limit).limit(limit);
    if (time != null) {
      rows.bind("reviewee", time.reviewee())
          .bind("from", time.from().atOffset(ZoneOffset.UTC))
          .bind("until", time.until().atOffset(ZoneOffset.UTC));
    }
    if (filter.state() != null) {
      rows.bind("state", filter.state().name());
    }
    return rows;
  }
}
