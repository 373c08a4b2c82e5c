package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists what can be asked for. */
@ApplicationScoped
class GrowthYears {

  private final Mutiny.SessionFactory sessions;
  private final PublishedGrowth published;

  GrowthYears(Mutiny.SessionFactory sessions, PublishedGrowth published) {
    this.sessions = sessions;
    this.published = published;
  }

  Uni<Page<GrowthYearView>> list(PageRequest page) {
    long before = page.cursor().map(cursor -> cursor.longAt(0)).orElse(FigureYear.LAST + 1L);
    return sessions
        .withTransaction(session -> published.years(session, before, page.limit() + 1))
        .map(
            found ->
                Page.of(
                    found.stream().map(GrowthYearView::of).toList(),
                    page.limit(),
                    view -> Cursor.of(view.year())));
  }
}
