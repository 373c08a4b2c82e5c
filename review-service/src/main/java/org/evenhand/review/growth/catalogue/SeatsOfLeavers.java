package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Gives the seats of those who have left to others. */
@ApplicationScoped
class SeatsOfLeavers implements Follower {

  private static final String KIND = "catalogue-watch";

  private static final String SYSTEM = "review-service";

  private static final String CONCERNED =
      """
      select distinct s.entry_id
      from told join employee e on e.id = told.id and e.status = 'TERMINATED'
      join catalogue_seat s on s.employee_id = e.id
      """;

  private static final String FREE =
      """
      with left_by as (
        delete from catalogue_seat s using employee e
        where s.entry_id = :entry and e.id = s.employee_id and e.status = 'TERMINATED'
        returning s.entry_id)
      update catalogue_entry c
      set seats_taken = c.seats_taken - freed.seats
      from (select entry_id, count(*) as seats from left_by group by entry_id) freed
      where c.id = freed.entry_id
      """;

  private final CatalogueRepository catalogue;

  private final Journal journal;

  SeatsOfLeavers(CatalogueRepository catalogue, Journal journal) {
    this.catalogue = catalogue;
    this.journal = journal;
  }

  @Override
  public String concerned() {
    return CONCERNED;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID entry) {
    return catalogue
        .hold(session, entry)
        .chain(
            () ->
                session
                    .createNativeQuery(FREE, new AffectedEntities())
                    .setParameter("entry", entry)
                    .executeUpdate())
        .chain(
            freed ->
                freed == 0
                    ? Uni.createFrom().voidItem()
                    : session
                        .find(CatalogueEntry.class, entry)
                        .chain(
                            of ->
                                journal.write(
                                    session,
                                    SYSTEM,
                                    () -> List.of(EntrySteps.fact(of, "seats-freed")))));
  }
}
