package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.catalogue.CatalogueRepository.Filter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists and single entries. */
@ApplicationScoped
public class CatalogueReading {

  private final Mutiny.SessionFactory sessions;
  private final CatalogueRepository catalogue;
  private final Access access;

  CatalogueReading(Mutiny.SessionFactory sessions, CatalogueRepository catalogue, Access access) {
    this.sessions = sessions;
    this.catalogue = catalogue;
    this.access = access;
  }

  Uni<Versioned<CatalogueEntryView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        catalogue
                            .visible(session, id, viewer)
                            .chain(
                                entry ->
                                    views(session, viewer, List.of(entry))
                                        .map(
                                            views ->
                                                new Versioned<>(entry.version(), views.get(0))))));
  }

  Uni<Page<CatalogueEntryView>> list(Filter filter, PageRequest page) {
    return sessions
        .withTransaction(
            session ->
                access
                    .person(session)
                    .chain(
                        viewer ->
                            catalogue
                                .page(
                                    session,
                                    viewer,
                                    filter,
                                    page.cursor().map(cursor -> cursor.uuid(0)),
                                    page.limit() + 1)
                                .chain(found -> views(session, viewer, found))))
        .map(found -> Page.of(found, page.limit(), last -> Cursor.of(last.id())));
  }

  /** In the order of the entries. */
  public Uni<List<CatalogueEntryView>> views(
      Mutiny.Session session, Viewer viewer, List<CatalogueEntry> entries) {
    boolean keeps = CatalogueRepository.keeps(viewer);
    return catalogue
        .seated(session, viewer.employeeId(), entries.stream().map(CatalogueEntry::id).toList())
        .map(
            seated ->
                entries.stream()
                    .map(entry -> CatalogueEntryView.of(entry, keeps, seated.contains(entry.id())))
                    .toList());
  }
}
