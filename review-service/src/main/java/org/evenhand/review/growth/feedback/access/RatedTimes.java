package org.evenhand.review.growth.feedback.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds whose review it is, and from when to when they are rated in it. */
@ApplicationScoped
class RatedTimes {

  private record Rated(UUID reviewee, LocalDate from, LocalDate to, String place) {

    static Rated of(Row row) {
      return new Rated(
          row.uuid("employee_id"), row.day("rated_from"), row.day("rated_to"), row.text("place"));
    }

    RatedTime in(ZoneId zone) {
      return new RatedTime(reviewee, startOf(from, zone), startOf(to.plusDays(1), zone));
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
      return day.atStartOfDay(zone).toInstant();
    }
  }

  private final ReviewAccess reviews;
  private final Places places;

  RatedTimes(ReviewAccess reviews, Places places) {
    this.reviews = reviews;
    this.places = places;
  }

  /**
   * Days are those by which the review dates its copies.
   *
   * @return empty where the viewer doesn't see the review
   */
  Uni<Optional<RatedTime>> of(Mutiny.Session session, Viewer viewer, UUID review) {
    String sql =
        "select r.employee_id, r.rated_from, r.rated_to, r.work_location as place"
            + " from review r where r.id = :review and "
            + reviews.visible(viewer);
    return reviews
        .bind(Rows.of(session, sql), viewer)
        .bind("review", review)
        .atMostOne(Rated::of)
        .chain(
            found ->
                found
                    .map(rated -> in(session, rated).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<RatedTime> in(Mutiny.Session session, Rated rated) {
    return places
        .at(session, rated.place())
        .map(days -> rated.in(days.zone().orElse(ZoneOffset.UTC)));
  }
}
