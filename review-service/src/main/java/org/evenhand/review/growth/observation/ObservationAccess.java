package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which observation, as one clause per relation. A list and a single one are read through
 * the same clauses, so that they cannot disagree. HR and whoever is further above have no part in
 * it: what is cited they read in the review.
 */
@ApplicationScoped
public class ObservationAccess {

  private static final UUID LOWEST = new UUID(0, 0);

  private static final String AUTHOR = "(o.author_id = :viewer)";

  private static final String SUBJECT =
      "(o.subject_id = :viewer and (o.told_at is not null or o.author_id = :viewer))";

  /** What nobody but its author was told of is its author's, however they came to lead. */
  private static final String REVIEWER =
      """
      (o.state <> 'WITHDRAWN' and o.subject_id <> :viewer
       and (o.told_at is not null or o.author_id = :viewer)
       and o.subject_id in (
         select near.employee from reporting_line near
         where near.above = :viewer and near.relationship = 'LINE' and near.depth = 1
         union
         select r.employee_id from review r
         where r.reviewer_id in (
             select cast(:viewer as uuid)
             union all
             select asked.from_id from delegation asked where asked.to_id = :viewer)
           and r.phase not in ('FINAL', 'NOT_RATED', 'CANCELLED') and %s))
      """
          .formatted(ReviewAccess.reviewer());

  private static final Map<ObservationRelation, String> DOORS =
      Map.of(
          ObservationRelation.AUTHOR, AUTHOR,
          ObservationRelation.SUBJECT, SUBJECT,
          ObservationRelation.REVIEWER, REVIEWER);

  private static final String SELECT =
      "select o.id, %s from observation o where "
          .formatted(
              DOORS.entrySet().stream()
                  .map(door -> "%s as \"%s\"".formatted(door.getValue(), door.getKey()))
                  .collect(Collectors.joining(", ")));

  private static final String ANY = "(" + String.join(" or ", DOORS.values()) + ")";

  /** Of a review: what was seen in its rated period, and what it cites. */
  private static final String OF_REVIEW =
      """
       and o.state <> 'WITHDRAWN' and exists (select 1 from review r
         where r.id = :review and r.employee_id = o.subject_id
           and (r.id in (o.review_id, o.self_review_id)
             or o.observed_on between r.rated_from and r.rated_to)
           and %s)
      """;

  private final ReviewAccess reviews;

  ObservationAccess(ReviewAccess reviews) {
    this.reviews = reviews;
  }

  /** The relations of the viewer to observations; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<ObservationRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids) {
    return read(
        viewer
            .bind(Rows.of(session, SELECT + ANY + " and o.id = any(:ids)"))
            .bind("ids", ids.toArray(UUID[]::new)));
  }

  /**
   * Visible observations in the order of their ids, with the relations to each.
   *
   * @param review the only one whose observations are wanted; none where the viewer doesn't see it
   */
  Uni<Map<UUID, Set<ObservationRelation>>> list(
      Mutiny.Session session,
      Viewer viewer,
      @Nullable UUID review,
      @Nullable UUID after,
      int limit) {
    String ofReview = review == null ? "" : OF_REVIEW.formatted(reviews.visible(viewer));
    Rows rows =
        viewer
            .bind(Rows.of(session, SELECT + "o.id in (" + page(ofReview) + ") order by o.id"))
            .bind("after", after == null ? LOWEST : after)
            .bind("most", limit)
            .limit(limit);
    if (review != null) {
      rows.bind("review", review).bind("asked", reviews.asked(viewer));
    }
    return read(rows);
  }

  /** The first behind each door, which an index gives in their order; not all behind any door. */
  private static String page(String wanted) {
    return DOORS.values().stream()
        .map(
            door ->
                "(select o.id from observation o where %s%s and o.id > :after"
                        .formatted(door, wanted)
                    + " order by o.id limit :most)")
        .collect(Collectors.joining(" union "));
  }

  private static Uni<Map<UUID, Set<ObservationRelation>>> read(Rows rows) {
    return rows.list(row -> Map.entry(row.uuid("id"), relations(row)))
        .map(
            entries -> {
              Map<UUID, Set<ObservationRelation>> found = new LinkedHashMap<>();
              entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  private static Set<ObservationRelation> relations(Row row) {
    return Arrays.stream(ObservationRelation.values())
        .filter(door -> row.flag(door.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ObservationRelation.class)));
  }
}
