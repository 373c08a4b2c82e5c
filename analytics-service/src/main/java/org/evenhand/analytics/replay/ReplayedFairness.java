package org.evenhand.analytics.replay;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.publication.Edition;
import org.evenhand.analytics.publication.Editions;
import org.evenhand.analytics.publication.Look;
import org.evenhand.analytics.publication.Moment;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes figures by group of what was told of reviews. */
@ApplicationScoped
class ReplayedFairness {

  private static final String OPEN_APPEAL =
      "select 1 from appeal_told where cycle_id = :cycle and filed_at <= :until and not ended";

  private final Editions editions;

  ReplayedFairness(Editions editions) {
    this.editions = editions;
  }

  /** The last edition that a cycle will have, where it can be held against the draft. */
  Uni<Optional<Edition>> edition(Mutiny.Session session, Cycle cycle, DraftLevels draft) {
    return editions
        .last(session, cycle)
        .map(
            last ->
                last.filter(
                    edition ->
                        (edition.moment() == Moment.CLOSED || edition.moment() == Moment.IMPORTED)
                            && edition.scale().size() == draft.levels().size()));
  }

  /** Of those that its figures of appeals will be about. */
  Uni<Boolean> hasOpenAppeals(Mutiny.Session session, Cycle cycle, Edition edition) {
    return Rows.of(session, OPEN_APPEAL)
        .bind("cycle", cycle.id())
        .bind("until", edition.publishedAt())
        .any();
  }

  /** One attribute after the other; nobody counts meanwhile. */
  Uni<List<FairnessTold.OfAttribute>> of(
      Mutiny.Session session,
      Telling telling,
      Cycle cycle,
      Edition edition,
      List<Dimension> dimensions) {
    return Multi.createFrom()
        .iterable(dimensions)
        .onItem()
        .transformToUniAndConcatenate(
            dimension ->
                editions
                    .byProtectedAttribute(session, cycle, Phase.BEFORE, dimension.key())
                    .chain(
                        look ->
                            look instanceof Look.Shown shown
                                ? of(session, telling, edition, dimension, shown)
                                : Uni.createFrom().item(List.<FairnessTold.OfGroup>of()))
                    .map(
                        groups ->
                            new FairnessTold.OfAttribute(
                                dimension.key(), dimension.label(), groups)))
        .collect()
        .asList();
  }

  private static Uni<List<FairnessTold.OfGroup>> of(
      Mutiny.Session session,
      Telling telling,
      Edition edition,
      Dimension dimension,
      Look.Shown shown) {
    ReplayedGroups groups =
        new ReplayedGroups(
            shown,
            shown.partition(dimension.key(), dimension::isDeclared),
            dimension.undeclared(),
            telling.draft().scale());
    if (groups.areAllHidden()) {
      return Uni.createFrom().item(groups.withoutFigures());
    }
    ReplayedPeople people = new ReplayedPeople(telling, edition, dimension.key());
    Folding folding = new Folding(telling.draft(), dimension.undeclared());
    return people
        .counted(session)
        .map(folding::fold)
        .chain(
            told -> {
              boolean hidden = groups.tellOfEveryone(told);
              return people
                  .keep(session, hidden ? Folding.closed(told) : told)
                  .replaceWith(() -> hidden ? groups.withoutFigures() : groups.with(told));
            });
  }
}
