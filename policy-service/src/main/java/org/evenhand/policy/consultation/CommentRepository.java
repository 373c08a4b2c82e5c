package org.evenhand.policy.consultation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Comments in the database. */
@ApplicationScoped
public class CommentRepository {

  public Uni<Comment> find(Mutiny.Session session, UUID versionId, UUID id) {
    return session
        .createSelectionQuery(
            "from Comment c where c.id = :id and c.versionId = :version", Comment.class)
        .setParameter("id", id)
        .setParameter("version", versionId)
        .getSingleResultOrNull()
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(CommonProblem.NOT_FOUND, "There is no such comment."));
  }

  public Uni<List<Comment>> after(Mutiny.Session session, UUID versionId, UUID last, int most) {
    return session
        .createSelectionQuery(
            "from Comment c where c.versionId = :version and c.id > :last order by c.id",
            Comment.class)
        .setParameter("version", versionId)
        .setParameter("last", last)
        .setMaxResults(most)
        .getResultList();
  }

  public Uni<List<Comment>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return session
        .createSelectionQuery("from Comment c where c.id in :ids order by c.id", Comment.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  public Uni<Long> undisposed(Mutiny.Session session, UUID versionId) {
    return session
        .createSelectionQuery(
            "select count(*) from Comment c where c.versionId = :version and c.disposition is null",
            Long.class)
        .setParameter("version", versionId)
        .getSingleResult();
  }
}
