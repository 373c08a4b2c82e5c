package org.evenhand.review.cycle.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.cycle.Side;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds out for which sides of the population of a cycle a caller may sign. */
@ApplicationScoped
public class Signatories {

  public Uni<Signatory> of(Mutiny.Session session, Viewer viewer, Collection<String> orgUnits) {
    boolean lead = viewer.has(Roles.HR_LEAD);
    boolean hr = viewer.has(Roles.HR);
    Set<Side> sides = EnumSet.noneOf(Side.class);
    if (lead || (hr && orgUnits.stream().anyMatch(viewer.hrUnits()::contains))) {
      sides.add(Side.HR);
    }
    boolean leads = lead || (hr && viewer.hrUnits().containsAll(orgUnits));
    if (!viewer.has(Roles.MANAGER)) {
      return Uni.createFrom().item(new Signatory(viewer.employeeId(), leads, sides));
    }
    return managesIn(session, viewer, orgUnits)
        .map(
            manages -> {
              if (manages) {
                sides.add(Side.MANAGER);
              }
              return new Signatory(viewer.employeeId(), leads, sides);
            });
  }

  private static Uni<Boolean> managesIn(
      Mutiny.Session session, Viewer viewer, Collection<String> orgUnits) {
    return Rows.of(
            session,
            """
            select a.id as id from assignment a
            where a.org_unit in (:units) and a.ended_on is null and %s
            """
                .formatted(AccessClauses.lineBelow("a.employee_id")))
        .bind("units", orgUnits)
        .bind("viewer", viewer.employeeId())
        .any();
  }
}
