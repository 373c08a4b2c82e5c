package org.evenhand.review.appeal.access;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which appeal, as one clause per relation. A list and a single appeal are read through
 * the same clauses, so that they cannot disagree.
 */
@ApplicationScoped
public class AppealAccess {

  private static final String SEATED =
      """
      (a.panel @> jsonb_build_object('seats', jsonb_build_array(
        jsonb_build_object('employeeId', cast(cast(:viewer as uuid) as text)))))
      """;

  /** The relations of the viewer to appeals; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<AppealRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> appeals) {
    return doors(viewer).relations(session, appeals).map(AppealAccess::unmixed);
  }

  /** Visible appeals in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<AppealRelation>>> list(
      Mutiny.Session session, Viewer viewer, @Nullable UUID after, int limit) {
    return doors(viewer)
        .list(session, Wanted.everything(), after, limit)
        .map(AppealAccess::unmixed);
  }

  /** The viewer's relations to all appeals against the results of a review. */
  Uni<Map<UUID, Set<AppealRelation>>> ofReview(Mutiny.Session session, Viewer viewer, UUID review) {
    return doors(viewer)
        .list(
            session,
            Wanted.everything().with("review", review, "a.review_id = :review"),
            null,
            Integer.MAX_VALUE)
        .map(AppealAccess::unmixed);
  }

  /** Whether the viewer could act as HR on an appeal against the result of a review. */
  public Uni<Boolean> asHr(Mutiny.Session session, Viewer viewer, UUID review) {
    Map<AppealRelation, String> doors = hrDoors(viewer);
    if (doors.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    String sql =
        "select r.id from review r where r.id = :review and (%s) and cast(:today as date) is not null"
            .formatted(String.join(" or ", doors.values()));
    return viewer
        .bind(Rows.of(session, sql))
        .bind("review", review)
        .atMostOne(row -> row.uuid("id"))
        .map(Optional::isPresent);
  }

  private static Doors<AppealRelation> doors(Viewer viewer) {
    return Doors.to(
            "appeal a join review r on r.id = a.review_id join employee e on e.id = a.appellant_id",
            "a.id",
            viewer,
            clauses(viewer))
        .beside(
            AppealRelation.ON_BEHALF,
            "e.status = 'TERMINATED'",
            EnumSet.of(AppealRelation.HR, AppealRelation.HR_LEAD));
  }

  private static Map<UUID, Set<AppealRelation>> unmixed(Map<UUID, Set<AppealRelation>> found) {
    Map<UUID, Set<AppealRelation>> unmixed = new LinkedHashMap<>(found);
    unmixed.replaceAll((id, relations) -> AppealRelation.withoutDoorsOfParties(relations));
    return unmixed;
  }

  private static Map<AppealRelation, String> clauses(Viewer viewer) {
    Map<AppealRelation, String> doors = new EnumMap<>(AppealRelation.class);
    doors.put(AppealRelation.APPELLANT, "(a.appellant_id = :viewer)");
    doors.put(AppealRelation.COMPANION, "(a.companion_id = :viewer)");
    doors.put(AppealRelation.REVIEWER, "(a.responder_id = :viewer)");
    doors.put(AppealRelation.PANEL, SEATED);
    doors.put(AppealRelation.REASSESSOR, "(a.reassessor_id = :viewer)");
    doors.putAll(hrDoors(viewer));
    if (viewer.has(Roles.AUDITOR)) {
      doors.put(AppealRelation.AUDITOR, "true");
    }
    return doors;
  }

  /** HR that decides on an appeal is as free of its rater as of its appellant. */
  private static Map<AppealRelation, String> hrDoors(Viewer viewer) {
    Map<Relation, String> hr = ReviewAccess.hrDoors(viewer);
    Map<AppealRelation, String> doors = new EnumMap<>(AppealRelation.class);
    if (viewer.has(Roles.HR)) {
      doors.put(AppealRelation.HR, free(requireNonNull(hr.get(Relation.HR))));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(AppealRelation.HR_LEAD, free(requireNonNull(hr.get(Relation.HR_LEAD))));
    }
    return doors;
  }

  private static String free(String door) {
    return "(" + door + " and " + freeOfTheRating("cast(:viewer as uuid)") + ")";
  }

  /**
   * The person neither manages whoever rated nor reports to them, and was asked for no view. It
   * reads the alias {@code r} of the review.
   *
   * @param person an SQL expression of the query's own, a uuid
   */
  public static String freeOfTheRating(String person) {
    return """
    (not exists (select 1 from reporting_line tie
       where (tie.above = %1$s and tie.employee in
               (r.reviewer_id, cast(r.submission ->> 'reviewerId' as uuid)))
          or (tie.employee = %1$s and tie.depth = 1 and tie.above in
               (r.reviewer_id, cast(r.submission ->> 'reviewerId' as uuid))))
     and not r.contributors @> jsonb_build_object('asked', jsonb_build_array(
           jsonb_build_object('employeeId', cast(%1$s as text))))
     and not r.contributors @> jsonb_build_object('released', jsonb_build_array(
           cast(%1$s as text))))
    """
        .formatted(person);
  }
}
