package org.evenhand.analytics.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.FindingAccess;
import org.evenhand.analytics.finding.FindingActions;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.analytics.finding.Side;
import org.evenhand.analytics.finding.response.FindingAccesses;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/** What findings ask of people. */
@Singleton
class FindingDuties implements DutyRule {

  private static final String READ = "getFinding";

  private final FindingAccesses accesses;

  FindingDuties(FindingAccesses accesses) {
    this.accesses = accesses;
  }

  @Override
  public String aggregateType() {
    return FindingEvents.AGGREGATE;
  }

  @Override
  public List<AnalyticsDuty> kinds() {
    return List.of(AnalyticsDuty.FINDING_RESPONSE, AnalyticsDuty.FINDING_COUNTERSIGNATURE);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("finding", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return findings(session, ids)
        .map(
            found ->
                found.stream().flatMap(finding -> new DutiesOfFinding(finding).owed()).toList());
  }

  /** Only those who have a part in the cycle know of its findings, and sign for their side. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return accesses
        .any(session)
        .chain(
            any ->
                findings(session, subjects)
                    .map(
                        found ->
                            found.stream()
                                .collect(
                                    Collectors.toMap(
                                        Finding::id,
                                        finding ->
                                            open(worker, finding, any.apply(finding.cycleId()))))));
  }

  private static Set<String> open(Worker worker, Finding finding, FindingAccess access) {
    if (!access.sees()) {
      return Set.of();
    }
    Set<String> open = new HashSet<>(Set.of(READ));
    if (access.sides().stream().anyMatch(side -> worker.roles().contains(role(side)))) {
      open.addAll(FindingActions.of(finding, access));
    }
    return open;
  }

  /** The role that owes what is a side's; hr-lead signs for HR too, and owes none of it. */
  static String role(Side side) {
    return side == Side.HR ? Roles.HR : Roles.MANAGER;
  }

  private static Uni<List<Finding>> findings(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery("from Finding f where f.id in (:ids)", Finding.class)
            .setParameter("ids", ids)
            .getResultList();
  }
}
