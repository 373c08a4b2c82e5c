package org.evenhand.review.growth.checklist.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The assignments for which HR keeps lists. */
@ApplicationScoped
class KeptPosts {

  private final Directory directory;
  private final Posts posts;

  KeptPosts(Directory directory, Posts posts) {
    this.directory = directory;
    this.posts = posts;
  }

  /** Empty where nobody of that id works here, or not in that assignment. */
  Uni<Optional<Post>> find(Mutiny.Session session, UUID person, @Nullable String assignmentId) {
    return directory
        .byId(session, person)
        .chain(
            found ->
                found
                    .filter(employee -> !employee.left())
                    .flatMap(employee -> employee.assignment(Optional.ofNullable(assignmentId)))
                    .map(assignment -> posts.get(session, assignment.id()).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
        .map(post -> post.filter(Post::open));
  }

  /** Whether the viewer is HR that serves whoever works there. */
  Uni<Boolean> isKeptBy(Mutiny.Session session, Viewer viewer, UUID assignment) {
    return viewer
        .bind(
            Rows.of(
                session,
                """
                select a.id from assignment a
                where a.id = :id and cast(:today as date) is not null and (%s or %s)
                """
                    .formatted(
                        viewer.has(Roles.HR)
                            ? AccessClauses.hrOf("a.employee_id", "a.org_unit")
                            : "false",
                        viewer.has(Roles.HR_LEAD)
                            ? AccessClauses.outsideOwnChain("a.employee_id")
                            : "false")))
        .bind("id", assignment)
        .any();
  }

  static Problem nobody(@Nullable String assignmentId) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A list belongs to somebody who works here.")
        .with(
            assignmentId == null
                ? NOT_FOUND.at("/employeeId", "is nobody who works here")
                : NOT_FOUND.at("/assignmentId", "is no assignment in which the person works"));
  }
}
