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

  /** What nobody but its author was told of is its author's, however they came to lead. */
  private static final String REVIEWER =
      """
      (o.state <> 'WITHDRAWN' and o.subject_id <> :viewer
       and (o.told_at is not null or o.author_id = :viewer)
       and (exists (select 1 from reporting_line near
              where near.above = :viewer and near.employee = o.subject_id
                and near.relationship = 'LINE' and near.depth = 1)
         or exists (select 1 from review r
              where r.employee_id = o.subject_id
                and r.phase not in ('FINAL', 'NOT_RATED', 'CANCELLED') and %s)))
      """
          .formatted(ReviewAccess.reviewer());

  private static final Map<ObservationRelation, String> DOORS =
      Map.of(
          ObservationRelation.AUTHOR,
          "(o.author_id = :viewer)",
          ObservationRelation.SUBJECT,
          "(o.subject_id = :viewer and (o.told_at is not null or o.author_id = :viewer))",
          ObservationRelation.REVIEWER,
          REVIEWER);

  private static final String SELECT =
      "select o.id, %s from observation o where (%s)"
          .formatted(
              DOORS.entrySet().stream()
                  .map(door -> "%s as \"%s\"".formatted(door.getValue(), door.getKey()))
                  .collect(Collectors.joining(", ")),
              String.join(" or ", DOORS.values()));

  /** Of a review: what was seen in its rated period, and what it cites. */
  private static final String OF_REVIEW =
      """
       and o.state <> 'WITHDRAWN' and exists (select 1 from review r
         where r.id = :review and r.employee_id = o.subject_id
           and (r.id = o.review_id or o.observed_on between r.rated_from and r.rated_to)
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
            .bind(Rows.of(session, SELECT + " and o.id = any(:ids)"))
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
            .bind(Rows.of(session, SELECT + ofReview + " and o.id > :after order by o.id"))
            .bind("after", after == null ? LOWEST : after)
            .limit(limit);
    if (review != null) {
      rows.bind("review", review).bind("asked", reviews.asked(viewer));
    }
    return read(rows);
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
