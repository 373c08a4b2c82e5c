package org.evenhand.review.growth.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Gives the seats of those who have left to others. Whoever moves or is on leave keeps theirs; and
 * whoever comes back takes one anew.
 */
@ApplicationScoped
class SeatsOfLeavers implements Follower {

  private static final String KIND = "catalogue-watch";

  private static final String SYSTEM = "review-service";

  private static final String LEFT = Exits.since("seat.employee_id", "seat.status_seen");

  private static final String CONCERNED =
      """
      select distinct seat.entry_id
      from told join catalogue_seat seat on seat.employee_id = told.id
      where %s
      """
          .formatted(LEFT);

  private static final String FREE =
      """
      with left_by as (
        delete from catalogue_seat seat where seat.entry_id = :entry and %s
        returning seat.entry_id)
      update catalogue_entry c
      set seats_taken = c.seats_taken - freed.seats
      from (select entry_id, count(*) as seats from left_by group by entry_id) freed
      where c.id = freed.entry_id
      """
          .formatted(LEFT);

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
