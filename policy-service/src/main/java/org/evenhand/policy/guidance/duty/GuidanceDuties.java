package org.evenhand.policy.guidance.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.guidance.GuidanceFacts;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceState;
import org.evenhand.policy.guidance.access.Claims;
import org.evenhand.policy.guidance.access.GuidanceAccess;
import org.evenhand.policy.guidance.access.GuidancePermissions;
import org.evenhand.policy.guidance.access.GuidanceRelation;
import org.evenhand.policy.guidance.access.GuidanceWaits;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * An answer is owed from the day on which somebody asks, by HR, and once it is claimed by whoever
 * claimed it. The row doesn't say whom it concerns.
 */
@Singleton
class GuidanceDuties implements DutyRule {

  private final GuidanceRepository requests;
  private final GuidanceAccess access;
  private final GuidanceWaits waits;
  private final Claims claims;

  GuidanceDuties(
      GuidanceRepository requests, GuidanceAccess access, GuidanceWaits waits, Claims claims) {
    this.requests = requests;
    this.access = access;
    this.waits = waits;
    this.claims = claims;
  }

  @Override
  public String aggregateType() {
    return GuidanceFacts.AGGREGATE;
  }

  @Override
  public List<GuidanceDuty> kinds() {
    return List.of(GuidanceDuty.GUIDANCE_ANSWER);
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("guidance_request", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return requests
        .byIds(session, ids)
        .chain(
            found ->
                waits
                    .withoutHelp(session, found)
                    .chain(
                        vain ->
                            claims
                                .abandoned(session, found)
                                .map(
                                    abandoned ->
                                        found.stream()
                                            .filter(GuidanceDuties::isOwed)
                                            .map(one -> owed(one, holder(one, vain, abandoned)))
                                            .toList())));
  }

  /** Of what was erased or closed without an answer none is owed. */
  private static boolean isOwed(GuidanceRequest request) {
    return request.state() != GuidanceState.ERASED
        && (request.waits() || request.answeredAt().isPresent());
  }

  /** Where nobody of HR is left it is vacant, so that an HR lead hears of it at once. */
  private static Holder holder(GuidanceRequest request, Set<UUID> vain, Set<UUID> abandoned) {
    return request
        .claimerId()
        .filter(claimer -> !abandoned.contains(request.id()))
        .map(Holder::of)
        .orElse(vain.contains(request.id()) ? Holder.VACANT : Holder.role(Roles.HR, null));
  }

  private static Owed owed(GuidanceRequest request, Holder holder) {
    return new Owed(
        GuidanceDuty.GUIDANCE_ANSWER,
        Side.HR,
        request.id(),
        "",
        holder,
        null,
        null,
        null,
        !request.waits());
  }

  /** It is no task of the asker, their chain, or those whom they have excluded. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    Actor actor = new Actor(worker.person(), worker.roles());
    return requests
        .byIds(session, subjects)
        .chain(
            found ->
                access
                    .relations(session, actor, found)
                    .map(relations -> operations(found, relations)));
  }

  private static Map<UUID, Set<String>> operations(
      List<GuidanceRequest> found, Map<UUID, GuidanceRelation> relations) {
    return found.stream()
        .collect(
            Collectors.toMap(GuidanceRequest::id, one -> operations(one, relations.get(one.id()))));
  }

  private static Set<String> operations(
      GuidanceRequest request, @Nullable GuidanceRelation relation) {
    return relation == null || relation == GuidanceRelation.ASKER
        ? Set.of()
        : Set.copyOf(GuidancePermissions.open(request, relation));
  }
}
