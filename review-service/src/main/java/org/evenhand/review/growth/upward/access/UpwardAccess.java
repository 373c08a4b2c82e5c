package org.evenhand.review.growth.upward.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.upward.UpwardRepository;
import org.evenhand.review.growth.upward.UpwardState;
import org.evenhand.review.review.access.ReviewAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which round, as one clause per relation. No relation opens who has written or how many:
 * that is nowhere to be read.
 */
@ApplicationScoped
public class UpwardAccess {

  /** Whoever is asked, as long as that is known. */
  private static final String WRITER =
      """
      (u.id in (select w.round_id from upward_writer w where w.writer_id = :viewer))
      """;

  private static final String REVIEWER =
      "(exists (select 1 from review r where r.id = u.review_id and %s))"
          .formatted(ReviewAccess.reviewer());

  /** In the assignment as it was when the round was opened. */
  private static final String OPENER =
      "(coalesce(%s, :viewer) = :viewer and a.started_on = u.assignment_since)"
          .formatted(Posts.MANAGER);

  /**
   * A manager reads the answers as they read the result that they go with, or at once where no
   * result was on its way. A cycle that is over shares nothing more.
   */
  private static final String READER =
      """
      (u.state = 'CLOSED' and (u.about_id <> :viewer or u.review_id is null
        or exists (select 1 from review r join cycle c on c.id = r.cycle_id
          where r.id = u.review_id
            and (r.phase in ('SHARED', 'ACKNOWLEDGED', 'FINAL', 'NOT_RATED', 'CANCELLED')
              or r.revision = 1 and c.state in ('CLOSED', 'CANCELLED')))))
      """;

  /** Which of the visible rounds are asked for. */
  public record Filter(@Nullable UUID manager, @Nullable UUID review, @Nullable UpwardState state) {

    private Wanted wanted() {
      return Wanted.everything()
          .with("manager", manager, "u.about_id = :manager")
          .with("review", review, "u.review_id = :review")
          .with("state", state, "u.state = :state");
    }
  }

  /** The relations of the viewer to a round; 404 where they may not know of it. */
  Uni<Set<UpwardRelation>> require(Mutiny.Session session, Viewer viewer, UUID round) {
    return doors(viewer).require(session, round, UpwardRepository::unknown);
  }

  /** Visible rounds in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<UpwardRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors(viewer).list(session, filter.wanted(), after, limit);
  }

  /** Whether the viewer would open a round about whoever works in the assignment. */
  public Uni<Boolean> opens(Mutiny.Session session, Viewer viewer, UUID assignment) {
    String leads = "%s = :viewer".formatted(Posts.MANAGER);
    String hr =
        hr(viewer).isEmpty()
            ? "false"
            : "%s is null and (%s)"
                .formatted(Posts.MANAGER, String.join(" or ", hr(viewer).values()));
    return viewer
        .bind(
            Rows.of(
                session,
                "select a.id from assignment a where a.id = :id and (%s or %s)".formatted(leads, hr)
                    + " and cast(:today as date) is not null"))
        .bind("id", assignment)
        .any();
  }

  private static Doors<UpwardRelation> doors(Viewer viewer) {
    return Doors.to(
            "upward_round u join assignment a on a.id = u.assignment_id",
            "u.id",
            viewer,
            clauses(viewer))
        .beside(
            UpwardRelation.OPENER,
            OPENER,
            EnumSet.of(UpwardRelation.LINE, UpwardRelation.HR, UpwardRelation.HR_LEAD))
        .beside(
            UpwardRelation.READER,
            READER,
            EnumSet.of(
                UpwardRelation.ABOUT,
                UpwardRelation.LINE,
                UpwardRelation.REVIEWER,
                UpwardRelation.HR,
                UpwardRelation.HR_LEAD));
  }

  private static Map<UpwardRelation, String> clauses(Viewer viewer) {
    Map<UpwardRelation, String> doors = new EnumMap<>(UpwardRelation.class);
    doors.put(UpwardRelation.ABOUT, "(u.about_id = :viewer)");
    doors.put(UpwardRelation.WRITER, WRITER);
    doors.put(UpwardRelation.REVIEWER, REVIEWER);
    if (viewer.has(Roles.MANAGER)) {
      doors.put(
          UpwardRelation.LINE,
          "(u.about_id in (select below.employee from reporting_line below"
              + " where below.above = :viewer and below.relationship = 'LINE'))");
    }
    doors.putAll(hr(viewer));
    return doors;
  }

  private static Map<UpwardRelation, String> hr(Viewer viewer) {
    Map<UpwardRelation, String> doors = new EnumMap<>(UpwardRelation.class);
    if (viewer.has(Roles.HR)) {
      doors.put(UpwardRelation.HR, AccessClauses.hrOf("a.employee_id", "a.org_unit"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(UpwardRelation.HR_LEAD, AccessClauses.outsideOwnChain("a.employee_id"));
    }
    return doors;
  }
}
