package org.evenhand.policy.guidance.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.directory.HrAtHand;
import org.evenhand.policy.directory.HrAtHand.Serving;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceState;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Says how requests wait. Nobody else may learn of one that waits in vain; so whoever asked is
 * told, and can ask anew without excluding anybody.
 */
@ApplicationScoped
public class GuidanceWaits {

  private static final Set<GuidanceState> WAITING =
      Set.of(GuidanceState.ASKED, GuidanceState.CLAIMED);

  private static final String OPEN =
      """
      select d.subject as id, d.due_on, d.due_at <= :now as late from duty d
      where d.kind = 'GUIDANCE_ANSWER' and d.closed_at is null
        and d.subject = any (cast(:ids as uuid[]))
      """;

  private final HrAtHand hr;
  private final Clock clock;

  GuidanceWaits(HrAtHand hr, Clock clock) {
    this.hr = hr;
    this.clock = clock;
  }

  /** Of those that wait for an answer. */
  public Uni<Map<UUID, Waiting>> of(Mutiny.Session session, Collection<GuidanceRequest> found) {
    List<GuidanceRequest> waiting =
        found.stream().filter(request -> WAITING.contains(request.state())).toList();
    return waiting.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : withoutHelp(session, waiting).chain(vain -> waits(session, waiting, vain));
  }

  /** Of those that wait the ones for which nobody is left of those who serve as HR, if any do. */
  public Uni<Set<UUID>> withoutHelp(Mutiny.Session session, Collection<GuidanceRequest> waiting) {
    return hr.serving(
            session, waiting.stream().flatMap(request -> request.askerId().stream()).toList())
        .map(
            serving ->
                waiting.stream()
                    .filter(request -> isVain(request, serving))
                    .map(GuidanceRequest::id)
                    .collect(Collectors.toSet()));
  }

  private static boolean isVain(GuidanceRequest request, Serving serving) {
    return request.claimerId().isEmpty()
        && !serving.isNobody()
        && serving.without(request.excluded()).areAllCloseTo(request.askerId().stream().toList());
  }

  private Uni<Map<UUID, Waiting>> waits(
      Mutiny.Session session, List<GuidanceRequest> waiting, Set<UUID> vain) {
    return Rows.of(session, OPEN)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("ids", waiting.stream().map(GuidanceRequest::id).toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("id"), waiting(row, vain)))
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Waiting waiting(Row row, Set<UUID> vain) {
    return new Waiting(row.day("due_on"), row.flag("late"), vain.contains(row.uuid("id")));
  }
}
