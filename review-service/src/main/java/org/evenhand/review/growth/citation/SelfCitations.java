package org.evenhand.review.growth.citation;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.review.ReviewAction;
import org.evenhand.review.review.access.Permissions;
import org.evenhand.review.review.access.ReviewContext;
import org.evenhand.review.review.access.ReviewContexts;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The person points to something beside their own view in a review, and may take that back, for as
 * long as they can write there. The review itself keeps nothing of it, so that neither a session
 * nor a panel comes to read it; and the version of what is cited stays, so that nobody else learns
 * of it.
 */
@ApplicationScoped
public class SelfCitations {

  private final ReviewContexts reviews;

  SelfCitations(ReviewContexts reviews) {
    this.reviews = reviews;
  }

  /**
   * @throws Problem RULE_VIOLATED where the review isn't of the viewer in that assignment, or cites
   *     it already; STATE_CONFLICT where they don't write in it any more
   */
  public Uni<Void> cite(
      Mutiny.Session session, Viewer viewer, Cited cited, UUID review, Instant at) {
    return writable(session, viewer, cited, review, "/reviewId")
        .chain(
            in ->
                session
                    .createNativeQuery(
                        "insert into %s (%s, review_id, cited_at) values (:cited, :review, :at)"
                                .formatted(cited.kind().table, cited.kind().column)
                            + " on conflict do nothing",
                        new AffectedEntities())
                    .setParameter("cited", cited.id())
                    .setParameter("review", in.review().id())
                    .setParameter("at", at.atOffset(ZoneOffset.UTC))
                    .executeUpdate())
        .invoke(
            rows -> {
              if (rows == 0) {
                throw notPossible("The review cites it already.")
                    .with(DUPLICATE.at("/reviewId", "cites it already"));
              }
            })
        .replaceWithVoid();
  }

  /**
   * @throws Problem STATE_CONFLICT where the review doesn't cite it; else as {@link #cite}
   */
  public Uni<Void> takeBack(Mutiny.Session session, Viewer viewer, Cited cited, UUID review) {
    return writable(session, viewer, cited, review, "")
        .chain(
            in ->
                session
                    .createNativeQuery(
                        "delete from %s where %s = :cited and review_id = :review"
                            .formatted(cited.kind().table, cited.kind().column),
                        new AffectedEntities())
                    .setParameter("cited", cited.id())
                    .setParameter("review", in.review().id())
                    .executeUpdate())
        .invoke(
            rows -> {
              if (rows == 0) {
                throw Problem.of(CommonProblem.STATE_CONFLICT, "The review doesn't cite it.")
                    .allowing(List.of());
              }
            })
        .replaceWithVoid();
  }

  /** What of a kind the review cites; nothing where none is asked for. */
  public Uni<Set<UUID>> in(Mutiny.Session session, Cited.Kind kind, @Nullable UUID review) {
    return review == null
        ? Uni.createFrom().item(Set.of())
        : Rows.of(
                session,
                "select %s as id from %s where review_id = :review"
                    .formatted(kind.column, kind.table))
            .bind("review", review)
            .list(row -> row.uuid("id"))
            .map(Set::copyOf);
  }

  /** What of a kind the review cites, the earliest first. */
  public Uni<List<Citation>> of(Mutiny.Session session, Cited.Kind kind, UUID review) {
    return Rows.of(
            session,
            "select %1$s as id, cited_at from %2$s where review_id = :review order by cited_at, %1$s"
                .formatted(kind.column, kind.table))
        .bind("review", review)
        .list(row -> new Citation(row.uuid("id"), row.instant("cited_at")));
  }

  /**
   * @param pointer where the request names the review
   */
  private Uni<ReviewContext> writable(
      Mutiny.Session session, Viewer viewer, Cited cited, UUID review, String pointer) {
    return reviews
        .of(session, review, viewer)
        .onFailure(Problem.class)
        .transform(
            unseen ->
                notPossible("There is no such review, or you may not know of it.")
                    .with(NOT_FOUND.at(pointer, "is no review that you see")))
        .invoke(in -> requireOwn(cited, in, pointer));
  }

  private static void requireOwn(Cited cited, ReviewContext in, String pointer) {
    ReviewAction step = ReviewAction.SELF_CONTRIBUTION;
    if (!Permissions.permits(step, in.review(), in.relations(), in.viewer())) {
      throw notPossible("One cites in one's own review.")
          .with(NOT_ALLOWED.at(pointer, "is not about you"));
    }
    if (!in.review().assignmentId().equals(cited.assignmentId())) {
      throw notPossible("The review is of another assignment.")
          .with(INCONSISTENT.at(pointer, "is not of the assignment of what is cited"));
    }
    in.review().require(step, in.cycle().state());
  }

  private static Problem notPossible(String detail) {
    return Problem.of(CommonProblem.RULE_VIOLATED, detail);
  }
}
