package org.evenhand.review.directory.people;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

/** The units that the HRIS knows: those in which somebody works or has worked. */
@ApplicationScoped
public class OrgUnits {

  /** Where a request names a unit. */
  public record Named(String pointer, String orgUnit) {}

  /**
   * @throws Problem 422 that names every place at which stands a unit that does not exist
   */
  public Uni<Void> requireKnown(Mutiny.Session session, List<Named> named) {
    if (named.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Rows.of(
            session, "select distinct org_unit as unit from assignment where org_unit in (:units)")
        .bind("units", named.stream().map(Named::orgUnit).distinct().toList())
        .list(row -> row.text("unit"))
        .invoke(
            known -> {
              List<Violation> unknown =
                  named.stream()
                      .filter(one -> !known.contains(one.orgUnit()))
                      .map(one -> NOT_FOUND.at(one.pointer(), "is no unit that anybody works in"))
                      .toList();
              if (!unknown.isEmpty()) {
                throw Problem.of(CommonProblem.RULE_VIOLATED, "There is no such unit.")
                    .with(unknown);
              }
            })
        .replaceWithVoid();
  }
}
