package org.evenhand.review.growth.checklist.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.growth.checklist.access.ChecklistContext;
import org.evenhand.review.growth.moved.Exits;
import org.jspecify.annotations.Nullable;

/** Who can accompany somebody: a colleague who works here and isn't in charge of the list. */
@ApplicationScoped
class Buddies {

  private final Directory directory;

  Buddies(Directory directory) {
    this.directory = directory;
  }

  /**
   * @param buddy null for nobody
   * @throws Problem RULE_VIOLATED
   */
  Uni<Void> name(ChecklistContext context, @Nullable UUID buddy) {
    if (buddy == null) {
      context.list().accompaniedByNobody();
      return Uni.createFrom().voidItem();
    }
    return require(context, buddy)
        .chain(() -> Exits.seen(context.session(), List.of(buddy)))
        .invoke(seen -> context.list().accompaniedBy(buddy, seen.getOrDefault(buddy, 0L)))
        .replaceWithVoid();
  }

  private Uni<Void> require(ChecklistContext context, UUID buddy) {
    if (buddy.equals(context.list().employeeId())
        || context.list().managerId().filter(buddy::equals).isPresent()) {
      throw refused("is the person or whoever leads them");
    }
    return directory
        .named(context.session(), buddy)
        .invoke(
            found -> {
              if (found.filter(employee -> !employee.left()).isEmpty()) {
                throw refused("is nobody who works here");
              }
            })
        .replaceWithVoid();
  }

  private static Problem refused(String why) {
    return Problem.of(CommonProblem.RULE_VIOLATED, "A buddy is a colleague.")
        .with(NOT_ALLOWED.at("/employeeId", why));
  }
}
