package org.evenhand.policy.guidance.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.Lines;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only door to requests. It looks each time: whoever has come to lead the asker since they
 * claimed it reads it no more.
 */
@ApplicationScoped
public class GuidanceAccess {

  private final GuidanceRepository requests;
  private final Lines lines;

  GuidanceAccess(GuidanceRepository requests, Lines lines) {
    this.requests = requests;
    this.lines = lines;
  }

  public Uni<Optional<GuidanceRelation>> relation(
      Mutiny.Session session, Actor reader, GuidanceRequest request) {
    return relations(session, reader, List.of(request))
        .map(found -> Optional.ofNullable(found.get(request.id())))
        .chain(
            found ->
                found.filter(relation -> relation == GuidanceRelation.OVERSEER).isEmpty()
                    ? Uni.createFrom().item(found)
                    : requests
                        .isEscalated(session, request.id())
                        .map(late -> found.filter(overseer -> late)));
  }

  /**
   * By request; of one that is closed to the reader there is none. Whether what an HR lead oversees
   * is late, the duty says that leads to it.
   */
  public Uni<Map<UUID, GuidanceRelation>> relations(
      Mutiny.Session session, Actor reader, Collection<GuidanceRequest> found) {
    UUID me = reader.person();
    Set<UUID> askers =
        found.stream().flatMap(request -> request.askerId().stream()).collect(Collectors.toSet());
    return (reader.hr()
            ? lines.closeTo(session, me, askers)
            : Uni.createFrom().item(Set.<UUID>of()))
        .map(
            near -> {
              Map<UUID, GuidanceRelation> all = new HashMap<>();
              for (GuidanceRequest each : found) {
                relation(reader, each, near).ifPresent(relation -> all.put(each.id(), relation));
              }
              return all;
            });
  }

  private static Optional<GuidanceRelation> relation(
      Actor reader, GuidanceRequest request, Set<UUID> near) {
    UUID me = reader.person();
    Optional<UUID> asker = request.askerId();
    if (asker.isEmpty()) {
      return Optional.empty();
    }
    if (asker.get().equals(me)) {
      return Optional.of(GuidanceRelation.ASKER);
    }
    if (!reader.hr() || near.contains(asker.get()) || request.excludes(me)) {
      return Optional.empty();
    }
    if (request.claimerId().filter(me::equals).isPresent()) {
      return Optional.of(GuidanceRelation.CLAIMER);
    }
    return switch (request.state()) {
      case ASKED -> Optional.of(GuidanceRelation.HELPER);
      case CLAIMED -> reader.hrLead() ? Optional.of(GuidanceRelation.OVERSEER) : Optional.empty();
      case ANSWERED, CLOSED, ERASED -> Optional.empty();
    };
  }
}
