package org.evenhand.analytics.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.analytics.objection.Objection;
import org.evenhand.analytics.objection.ObjectionState;
import org.evenhand.analytics.objection.Readers;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/** That a manager's objection is to be answered. */
@Singleton
class ObjectionDuties implements DutyRule {

  private final Readers readers;

  ObjectionDuties(Readers readers) {
    this.readers = readers;
  }

  @Override
  public String aggregateType() {
    return Objection.AGGREGATE;
  }

  @Override
  public List<AnalyticsDuty> kinds() {
    return List.of(AnalyticsDuty.RATER_OBJECTION_ANSWER);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("rater_objection", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return objections(session, ids)
        .map(found -> found.stream().map(ObjectionDuties::owed).toList());
  }

  /** It names nobody: an hr-lead may answer those whom they lead, and none of those above them. */
  private static Owed owed(Objection objection) {
    return new Owed(
        AnalyticsDuty.RATER_OBJECTION_ANSWER,
        Side.HR,
        objection.id(),
        "",
        Holder.role(Roles.HR_LEAD, null),
        null,
        null,
        null,
        objection.state() != ObjectionState.OPEN);
  }

  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return readers
        .caller(session)
        .chain(
            reader ->
                objections(session, subjects)
                    .map(
                        found ->
                            found.stream()
                                .collect(
                                    Collectors.toMap(
                                        Objection::id,
                                        objection -> Set.copyOf(objection.actions(reader))))));
  }

  private static Uni<List<Objection>> objections(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery("from Objection o where o.id in (:ids)", Objection.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
