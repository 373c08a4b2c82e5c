package org.evenhand.policy.governance.agenda;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.governance.AgendaItem;
import org.evenhand.policy.governance.AgendaTopic;
import org.evenhand.policy.governance.GovernanceReview;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** How the appeals of a cycle ended, in groups of which nobody can be picked out. */
@ApplicationScoped
class AppealOutcomes implements AgendaSource {

  private static final String KEEP =
      """
      insert into decided_appeal (appeal_id, cycle_id, outcome, decided_at)
      values (:appeal, :cycle, :outcome, :at)
      on conflict do nothing
      """;

  /** All of a cycle, not those of a year alone: otherwise each one would leave by itself. */
  private static final String DECIDED =
      """
      select cycle_id, outcome from decided_appeal
      where cycle_id in (select cycle_id from decided_appeal where decided_at >= :since)
      order by cycle_id, decided_at, appeal_id
      """;

  private final int leastGroup;

  AppealOutcomes(PolicySettings settings) {
    this.leastGroup = settings.leastGroup();
  }

  /** What this service reads of {@code org.evenhand.appeal.decided.v1}. */
  private record AppealTold(
      @Nullable UUID cycleId, @Nullable String outcome, @Nullable Instant at) {}

  private record Ended(UUID cycle, String outcome) {}

  Uni<Void> keep(Mutiny.Session session, ReceivedEvent event) {
    AppealTold told = event.as(AppealTold.class);
    if (told.cycleId() == null || told.outcome() == null || told.at() == null) {
      throw new RefusedEvent("A decided appeal names its cycle, how it ended, and when");
    }
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("appeal", event.subjectId())
        .setParameter("cycle", told.cycleId())
        .setParameter("outcome", told.outcome())
        .setParameter("at", told.at().atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<AgendaItem>> items(
      Mutiny.Session session, GovernanceReview review, Instant since) {
    return Rows.of(session, DECIDED)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .list(row -> new Ended(row.uuid("cycle_id"), row.text("outcome")))
        .map(
            ended ->
                ended.stream()
                    .collect(
                        Collectors.groupingBy(
                            Ended::cycle,
                            LinkedHashMap::new,
                            Collectors.mapping(Ended::outcome, Collectors.toList())))
                    .entrySet()
                    .stream()
                    .flatMap(cycle -> items(cycle.getKey(), cycle.getValue()))
                    .toList());
  }

  private Stream<AgendaItem> items(UUID cycle, List<String> inOrder) {
    Map<String, Long> outcomes = OutcomeGroups.shown(inOrder, leastGroup);
    long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
    return outcomes.entrySet().stream()
        .map(
            each ->
                AgendaItem.at(AgendaTopic.APPEALS, "/v1/cycles/" + cycle, each.getValue())
                    .about(each.getKey())
                    .outOf(all));
  }
}
