package org.evenhand.review.growth.checkin.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.growth.WorkPlaces;
import org.evenhand.review.growth.checkin.action.ActionFacts;
import org.evenhand.review.growth.checkin.action.ActionRepository;
import org.evenhand.review.growth.checkin.action.ActionState;
import org.evenhand.review.growth.checkin.action.CheckInAction;
import org.hibernate.reactive.mutiny.Mutiny;

/** What the two have promised one another. */
@Singleton
class ActionDuties implements DutyRule {

  private final ActionRepository actions;

  ActionDuties(ActionRepository actions) {
    this.actions = actions;
  }

  @Override
  public String aggregateType() {
    return ActionFacts.AGGREGATE;
  }

  @Override
  public List<CheckInDuty> kinds() {
    return List.of(CheckInDuty.CHECK_IN_ACTION);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("check_in_action", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return actions
        .byIds(session, ids)
        .chain(
            found ->
                WorkPlaces.of(
                        session, found.stream().flatMap(each -> each.holder().stream()).toList())
                    .map(
                        places -> found.stream().flatMap(action -> owed(action, places)).toList()));
  }

  /** What is dropped has lapsed, and so has what waits for somebody who is away or isn't there. */
  static Stream<Owed> owed(CheckInAction action, Map<UUID, String> places) {
    boolean waits = action.state().isOpen() && !action.isPaused();
    return action.holder().stream()
        .filter(holder -> waits || action.state() == ActionState.DONE)
        .map(
            holder ->
                new Owed(
                    CheckInDuty.CHECK_IN_ACTION,
                    DutiesOfCheckIn.side(action.owedBy()),
                    action.id(),
                    "",
                    Holder.of(holder),
                    holder,
                    places.get(holder),
                    action.dueOn(),
                    action.state() == ActionState.DONE));
  }

  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return Uni.createFrom().item(CheckInDuties.closed(subjects));
  }
}
