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
import org.evenhand.policy.directory.AtHand;
import org.evenhand.policy.directory.SidesAtHand;
import org.evenhand.policy.guidance.ChainAtAsking;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Says how requests wait. Nobody else may learn of one that waits in vain; so whoever asked is
 * told, and can ask anew without excluding anybody.
 */
@ApplicationScoped
public class GuidanceWaits {

  private static final String OPEN =
      """
      select d.subject as id, d.due_on, d.due_at <= :now as late from duty d
      where d.kind = 'GUIDANCE_ANSWER' and d.closed_at is null
        and d.subject = any (cast(:ids as uuid[]))
      """;

  private final SidesAtHand sides;
  private final Claims claims;
  private final ChainAtAsking chain;
  private final Clock clock;

  GuidanceWaits(SidesAtHand sides, Claims claims, ChainAtAsking chain, Clock clock) {
    this.sides = sides;
    this.claims = claims;
    this.chain = chain;
    this.clock = clock;
  }

  /** Of those that wait for an answer. */
  public Uni<Map<UUID, Waiting>> of(Mutiny.Session session, Collection<GuidanceRequest> found) {
    List<GuidanceRequest> waiting = found.stream().filter(GuidanceRequest::waits).toList();
    return waiting.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : withoutHelp(session, waiting).chain(vain -> waits(session, waiting, vain));
  }

  /** Of those that wait the ones for which nobody is left of those who serve as HR, if any do. */
  public Uni<Set<UUID>> withoutHelp(Mutiny.Session session, Collection<GuidanceRequest> found) {
    List<GuidanceRequest> waiting = found.stream().filter(GuidanceRequest::waits).toList();
    return sides
        .serving(session, waiting.stream().flatMap(one -> one.askerId().stream()).toList())
        .chain(
            serving ->
                claims
                    .abandoned(session, waiting)
                    .chain(
                        abandoned ->
                            chain
                                .closed(session, waiting, serving.all())
                                .map(shut -> new Help(serving, abandoned, shut))))
        .map(
            help ->
                waiting.stream()
                    .filter(help::isMissing)
                    .map(GuidanceRequest::id)
                    .collect(Collectors.toSet()));
  }

  private record Help(AtHand serving, Set<UUID> abandoned, Map<UUID, Set<UUID>> shut) {

    boolean isMissing(GuidanceRequest request) {
      boolean waits = request.claimerId().isEmpty() || abandoned.contains(request.id());
      return waits && !serving.isNobody() && !isAnyLeft(request);
    }

    private boolean isAnyLeft(GuidanceRequest request) {
      return serving
          .without(request.excluded())
          .without(request.hands().returned())
          .without(shut.getOrDefault(request.id(), Set.of()))
          .isAnyFreeOf(request.askerId().stream().toList());
    }
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
