package org.evenhand.review.delegation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Delegations in the database, for those who may see them. */
@ApplicationScoped
class DelegationRepository {

  /** Nobody acts for somebody who has left. */
  private static final String AT_WORK =
      " and exists (select 1 from Employee e where e.id = d.from"
          + " and e.person.status <> TERMINATED)";

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Both people, and HR of the one who delegates, in its units and outside of its own chain. */
  private static String visible(Viewer viewer) {
    List<String> clauses = new ArrayList<>(List.of("d.from_id = :viewer", "d.to_id = :viewer"));
    if (viewer.has(Roles.HR)) {
      clauses.add(AccessClauses.hrOf("d.from_id", "a.org_unit"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      clauses.add(AccessClauses.outsideOwnChain("d.from_id"));
    }
    // Both parameters are read in every case, whichever doors a role opens.
    return "select d.id as id from delegation d"
        + " left join assignment a on a.employee_id = d.from_id and a.main"
        + " where ("
        + String.join(" or ", clauses)
        + ") and cast(:today as date) is not null";
  }

  Uni<Optional<Delegation>> find(Mutiny.Session session, Viewer viewer, UUID id) {
    return viewer
        .bind(Rows.of(session, visible(viewer) + " and d.id = :id"))
        .bind("id", id)
        .atMostOne(row -> row.uuid("id"))
        .chain(
            found ->
                found
                    .map(seen -> session.find(Delegation.class, seen).map(Optional::ofNullable))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /** In the order of their ids, one more than asked for. */
  Uni<List<Delegation>> page(
      Mutiny.Session session, Viewer viewer, Optional<UUID> after, int limit) {
    return viewer
        .bind(Rows.of(session, visible(viewer) + " and d.id > :after order by d.id"))
        .bind("after", after.orElse(BEFORE_ALL))
        .limit(limit + 1)
        .list(row -> row.uuid("id"))
        .chain(
            ids ->
                session
                    .createSelectionQuery(
                        "from Delegation d where d.id in :ids order by d.id", Delegation.class)
                    .setParameter("ids", ids)
                    .getResultList());
  }

  /** Those of a person that hold on any of the days. */
  Uni<List<Delegation>> overlapping(Mutiny.Session session, UUID from, Delegation.Days days) {
    return session
        .createSelectionQuery(
            "from Delegation d where d.from = :from and d.revokedAt is null"
                + " and d.firstDay <= :last and d.lastDay >= :first order by d.firstDay",
            Delegation.class)
        .setParameter("from", from)
        .setParameter("first", days.first())
        .setParameter("last", days.last())
        .getResultList();
  }

  Uni<List<Delegation>> heldBy(Mutiny.Session session, UUID delegate, LocalDate today) {
    return session
        .createSelectionQuery(
            "from Delegation d where d.to = :to and d.revokedAt is null"
                + " and d.firstDay <= :today and d.lastDay >= :today"
                + AT_WORK,
            Delegation.class)
        .setParameter("to", delegate)
        .setParameter("today", today)
        .getResultList();
  }

  Uni<List<Delegation>> inForce(Mutiny.Session session, LocalDate today) {
    return session
        .createSelectionQuery(
            "from Delegation d where d.revokedAt is null"
                + " and d.firstDay <= :today and d.lastDay >= :today"
                + AT_WORK,
            Delegation.class)
        .setParameter("today", today)
        .getResultList();
  }
}
