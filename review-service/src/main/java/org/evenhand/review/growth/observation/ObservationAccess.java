package org.evenhand.review.growth.observation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
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

  private static final Map<ObservationRelation, String> CLAUSES =
      Map.of(
          ObservationRelation.AUTHOR, AUTHOR,
          ObservationRelation.SUBJECT, SUBJECT,
          ObservationRelation.REVIEWER, REVIEWER);

  /** Of a review: what was seen in its rated period, and what it cites. */
  private static final String OF_REVIEW =
      """
      o.state <> 'WITHDRAWN' and exists (select 1 from review r
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
    return doors(viewer).relations(session, ids);
  }

  /** The relations of the viewer to an observation; 404 where they may not know of it. */
  Uni<Set<ObservationRelation>> require(Mutiny.Session session, Viewer viewer, UUID id) {
    return doors(viewer).require(session, id, ObservationRepository::unknown);
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
    return doors(viewer).list(session, wanted(viewer, review), after, limit);
  }

  private Wanted wanted(Viewer viewer, @Nullable UUID review) {
    return review == null
        ? Wanted.everything()
        : Wanted.everything()
            .where(
                OF_REVIEW.formatted(reviews.visible(viewer)),
                Map.of("review", review, "asked", reviews.asked(viewer)));
  }

  private static Doors<ObservationRelation> doors(Viewer viewer) {
    return Doors.to("observation o", "o.id", viewer, CLAUSES);
  }
}
