package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Entries of the catalogue, and who has a seat. */
@ApplicationScoped
public class CatalogueRepository {

  private static final UUID LOWEST = new UUID(0, 0);

  /** Drafts are HR's; what is retired is also theirs who have a seat. */
  private static final String VISIBLE =
      """
      (:keeps or c.state = 'PUBLISHED' or c.state = 'RETIRED' and exists (
        select 1 from catalogue_seat s where s.entry_id = c.id and s.employee_id = :viewer))
      """;

  private static final String PAGE =
      """
      select c.id from catalogue_entry c
      where c.id > :after and %s %s
      order by c.id
      """;

  private static final String SEATED =
      "select entry_id from catalogue_seat where employee_id = :person and entry_id = any(:ids)";

  /** Which of the visible ones are asked for. */
  record Filter(@Nullable EntryKind kind, @Nullable EntryState state) {

    private String clauses() {
      return (kind == null ? "" : " and c.content ->> 'kind' = :kind")
          + (state == null ? "" : " and c.state = :state");
    }

    private void bind(Rows rows) {
      if (kind != null) {
        rows.bind("kind", kind.name());
      }
      if (state != null) {
        rows.bind("state", state.name());
      }
    }
  }

  static boolean keeps(Viewer viewer) {
    return viewer.has(Roles.HR) || viewer.has(Roles.HR_LEAD);
  }

  /** 404 where the viewer may not know of it. */
  Uni<CatalogueEntry> visible(Mutiny.Session session, UUID id, Viewer viewer) {
    return Rows.of(session, "select c.id from catalogue_entry c where c.id = :id and " + VISIBLE)
        .bind("id", id)
        .bind("viewer", viewer.employeeId())
        .bind("keeps", keeps(viewer))
        .any()
        .invoke(
            found -> {
              if (!found) {
                throw unknown();
              }
            })
        .chain(() -> session.find(CatalogueEntry.class, id))
        .map(found -> Optional.ofNullable(found).orElseThrow(CatalogueRepository::unknown));
  }

  /** Keeps others from it until the transaction ends; to be asked before it is loaded. */
  Uni<Void> hold(Mutiny.Session session, UUID id) {
    return Rows.of(session, "select id from catalogue_entry where id = :id for update")
        .bind("id", id)
        .run();
  }

  /** In the order of their ids. */
  Uni<List<CatalogueEntry>> page(
      Mutiny.Session session, Viewer viewer, Filter filter, Optional<UUID> after, int limit) {
    Rows rows =
        Rows.of(session, PAGE.formatted(VISIBLE, filter.clauses()))
            .bind("after", after.orElse(LOWEST))
            .bind("viewer", viewer.employeeId())
            .bind("keeps", keeps(viewer))
            .limit(limit);
    filter.bind(rows);
    return rows.list(row -> row.uuid("id")).chain(ids -> byIds(session, ids));
  }

  /** In the order of their ids. */
  public Uni<List<CatalogueEntry>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from CatalogueEntry c where c.id in (:ids) order by c.id", CatalogueEntry.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** In which of these the person has a seat. */
  public Uni<Set<UUID>> seated(Mutiny.Session session, UUID person, Collection<UUID> ids) {
    return Rows.of(session, SEATED)
        .bind("person", person)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(row -> row.uuid("entry_id"))
        .map(found -> found.stream().collect(Collectors.toUnmodifiableSet()));
  }

  Uni<Void> seat(Mutiny.Session session, UUID entry, UUID person) {
    return Rows.of(
            session,
            "insert into catalogue_seat (entry_id, employee_id, status_seen)"
                + " select :entry, e.id, %s from employee e where e.id = :person returning entry_id"
                    .formatted(Exits.seen("e.id")))
        .bind("entry", entry)
        .bind("person", person)
        .run();
  }

  Uni<Void> unseat(Mutiny.Session session, UUID entry, UUID person) {
    return Rows.of(
            session,
            "delete from catalogue_seat where entry_id = :entry and employee_id = :person"
                + " returning entry_id")
        .bind("entry", entry)
        .bind("person", person)
        .run();
  }

  static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such entry in the catalogue, or not yet.");
  }
}
