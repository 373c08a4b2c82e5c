package org.evenhand.review.growth.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads checklists, each with its items. */
@ApplicationScoped
public class ChecklistRepository {

  public Uni<Optional<Checklist>> find(Mutiny.Session session, UUID id) {
    return session.find(Checklist.class, id).map(Optional::ofNullable);
  }

  /** In the order of their ids; a single one may be in the session already. */
  public Uni<List<Checklist>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    if (ids.size() == 1) {
      return find(session, ids.iterator().next()).map(found -> found.stream().toList());
    }
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from Checklist c where c.id in (:ids) order by c.id", Checklist.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** The one of this kind that is open for the assignment, if any. */
  public Uni<Optional<Checklist>> open(
      Mutiny.Session session, UUID assignment, ChecklistKind kind) {
    return session
        .createSelectionQuery(
            "from Checklist c where c.assignmentId = :assignment and c.kind = :kind"
                + " and c.closedOn is null",
            Checklist.class)
        .setParameter("assignment", assignment)
        .setParameter("kind", kind)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /**
   * Whether all that belongs to this occasion has been done, because somebody began the list by
   * hand before the import told of it. Of a leave or a move that is the one that began since then.
   */
  public Uni<Boolean> isDone(Mutiny.Session session, Post post, Occasion occasion) {
    LocalDate since = occasion.awaySince();
    return session
        .createSelectionQuery(
            "select count(c) from Checklist c where c.assignmentId = :assignment"
                + " and c.assignmentSince = :of and c.kind = :kind and c.state = :done"
                + " and (:once = true or c.startsOn >= :since"
                + " and (:handover = false or c.managerId = :manager))",
            Long.class)
        .setParameter("assignment", post.assignmentId())
        .setParameter("of", post.since())
        .setParameter("kind", occasion.kind())
        .setParameter("done", ChecklistState.DONE)
        .setParameter("once", occasion.kind().isOnce())
        .setParameter("since", since == null ? occasion.on() : since.plusDays(1))
        .setParameter("handover", occasion.kind() == ChecklistKind.MANAGER_HANDOVER)
        .setParameter("manager", post.managerId())
        .getSingleResult()
        .map(found -> found > 0);
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such checklist, or you may not know of it.");
  }
}
