package org.evenhand.review.growth.peer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.review.access.Relation;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which request, as one clause per relation. The reviewee knows of those whom they have
 * named; a peer knows that they are asked, and not that they were named or struck before.
 */
@ApplicationScoped
public class PeerAccess {

  /** By the index of reviewers, which the door of a reviewer alone can't use. */
  private static final String HAS_REVIEW =
      """
      r.reviewer_id in (select cast(:viewer as uuid) union all
        select asked.from_id from delegation asked where asked.to_id = :viewer)
      """;

  private static final String LED =
      """
      r.employee_id in (select below.employee from reporting_line below
        where below.above = :viewer and below.relationship = 'LINE')
      """;

  /** The relations of the viewer to a request; 404 where they may not know of it. */
  public Uni<Set<PeerRelation>> require(Mutiny.Session session, Viewer viewer, UUID request) {
    return doors(viewer).require(session, request, PeerRepository::unknown);
  }

  /**
   * Visible requests in the order of their ids, with the relations to each.
   *
   * @param review the only one wanted; null for all
   */
  public Uni<Map<UUID, Set<PeerRelation>>> list(
      Mutiny.Session session,
      Viewer viewer,
      @Nullable UUID review,
      @Nullable UUID after,
      int limit) {
    return doors(viewer)
        .list(
            session,
            Wanted.everything().with("review", review, "q.review_id = :review"),
            after,
            limit);
  }

  /** Whoever was struck never learns of it, whatever else they are to the review. */
  private static String ofOthers(String door) {
    return "(q.peer_id <> :viewer and " + door + ")";
  }

  private static Doors<PeerRelation> doors(Viewer viewer) {
    Map<PeerRelation, String> doors = new EnumMap<>(PeerRelation.class);
    doors.put(PeerRelation.REVIEWEE, "(r.employee_id = :viewer and q.by_reviewee)");
    doors.put(PeerRelation.REVIEWER, ofOthers(HAS_REVIEW + " and " + ReviewAccess.reviewer()));
    doors.put(PeerRelation.PEER, "(q.peer_id = :viewer and q.asked)");
    if (viewer.has(Roles.MANAGER)) {
      doors.put(PeerRelation.LINE, ofOthers(LED));
    }
    Map<Relation, String> hr = ReviewAccess.hrDoors(viewer);
    if (hr.containsKey(Relation.HR)) {
      doors.put(PeerRelation.HR, ofOthers(hr.get(Relation.HR)));
    }
    if (hr.containsKey(Relation.HR_LEAD)) {
      doors.put(PeerRelation.HR_LEAD, ofOthers(hr.get(Relation.HR_LEAD)));
    }
    return Doors.to("peer_request q join review r on r.id = q.review_id", "q.id", viewer, doors);
  }
}
