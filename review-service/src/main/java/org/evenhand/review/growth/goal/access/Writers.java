package org.evenhand.review.growth.goal.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who writes goals for whom: for oneself, for those below by the line of that assignment, and as HR
 * for the units served.
 */
@ApplicationScoped
public class Writers {

  /** What somebody who writes a goal for an assignment is to its person. */
  public enum As {
    SELF,
    LINE,
    /** HR proposes, and both sides have to agree. */
    HR,
    /** HR, where nobody is above the person in that assignment: it agrees for the company. */
    HR_ON_BEHALF;

    /** Whose signature a proposal of theirs is. */
    public @Nullable AgreementSide side() {
      return switch (this) {
        case SELF -> AgreementSide.EMPLOYEE;
        case LINE, HR_ON_BEHALF -> AgreementSide.MANAGER;
        case HR -> null;
      };
    }
  }

  /** Assignments for which the viewer may write; others are absent. */
  public Uni<Map<UUID, As>> of(
      Mutiny.Session session, Viewer viewer, Collection<UUID> assignments) {
    if (assignments.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return viewer
        .bind(Rows.of(session, select(viewer)))
        .bind("ids", assignments.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("id"), row.constant("writer", As.class)))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static String select(Viewer viewer) {
    List<String> hr = new ArrayList<>(List.of("false"));
    if (viewer.has(Roles.HR)) {
      hr.add(AccessClauses.hrOf("a.employee_id", "a.org_unit"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      hr.add(AccessClauses.outsideOwnChain("a.employee_id"));
    }
    return """
    select id, writer from (
      select a.id, case
        when a.employee_id = :viewer then 'SELF'
        when coalesce(a.line_manager_id = :viewer, false) or %1$s then 'LINE'
        when (%2$s) and %3$s is null then 'HR_ON_BEHALF'
        when (%2$s) then 'HR' end as writer
      from assignment a
      where a.id = any(:ids) and cast(:today as date) is not null) found
    where writer is not null
    """
        .formatted(
            viewer.has(Roles.MANAGER) ? AccessClauses.lineBelow("a.line_manager_id") : "false",
            String.join(" or ", hr),
            Posts.MANAGER);
  }
}
