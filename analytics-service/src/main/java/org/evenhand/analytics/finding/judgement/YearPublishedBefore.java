package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells of a year that was published before anybody was told of it; the migration asks for it. */
@ApplicationScoped
class YearPublishedBefore implements DueTask {

  private static final String PUBLISHED =
      "select year, published_at from figure_year where id = :id and published_at is not null";

  private final Journal journal;

  YearPublishedBefore(Journal journal) {
    this.journal = journal;
  }

  @Override
  public String kind() {
    return "access-year-published-before";
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID yearId) {
    return Rows.of(session, PUBLISHED)
        .bind("id", yearId)
        .one(row -> new YearPublished(yearId, row.integer("year"), row.instant("published_at")))
        .chain(told -> journal.write(session, "analytics-service", () -> List.of(told.fact())));
  }
}
