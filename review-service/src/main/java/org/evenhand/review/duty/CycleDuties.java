package org.evenhand.review.duty;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Revisits;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.cycle.CycleEvents;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.CycleState;
import org.evenhand.review.cycle.reading.CycleView;
import org.evenhand.review.cycle.reading.CycleViews;
import org.evenhand.review.directory.Access;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/** What cycles ask of people. */
@Singleton
class CycleDuties implements DutyRule {

  private final CycleRepository cycles;
  private final CycleViews views;
  private final Access access;
  private final Revisits revisits;

  CycleDuties(CycleRepository cycles, CycleViews views, Access access, Revisits revisits) {
    this.cycles = cycles;
    this.views = views;
    this.access = access;
    this.revisits = revisits;
  }

  @Override
  public String aggregateType() {
    return CycleEvents.AGGREGATE;
  }

  @Override
  public List<ReviewDuty> kinds() {
    return List.of(
        ReviewDuty.OPENING_COUNTERSIGNATURE,
        ReviewDuty.SHARING_COUNTERSIGNATURE,
        ReviewDuty.CANCELLATION_COUNTERSIGNATURE);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("cycle", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return cycles
        .byIds(session, ids)
        .map(found -> found.stream().flatMap(cycle -> new DutiesOfCycle(cycle).owed()).toList());
  }

  /** A closed cycle takes no late work. */
  @Override
  public Uni<Void> cascade(Mutiny.Session session, Collection<UUID> ids) {
    return cycles
        .byIds(session, ids)
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .filter(cycle -> cycle.state() == CycleState.CLOSED)
                    .onItem()
                    .transformToUniAndConcatenate(
                        cycle -> revisits.ask(session, ReviewFacts.AGGREGATE, cycle.id()))
                    .collect()
                    .last());
  }

  /** Not every manager belongs to the population, and who proposed doesn't sign again. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return access
        .viewer(session)
        .chain(
            viewer ->
                cycles.byIds(session, subjects).chain(found -> views.of(session, found, viewer)))
        .map(
            shown ->
                shown.stream()
                    .collect(Collectors.toMap(CycleView::id, view -> Set.copyOf(view.actions()))));
  }
}
