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
import org.evenhand.policy.guidance.ChainAtAsking;
import org.evenhand.policy.guidance.GuidanceRepository;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The only door to requests. It is closed by the lines of when it was asked, as it may be about
 * somebody of them, and by those of today: whoever has come to lead the asker since they claimed
 * it, or serves as HR no more, reads it no more.
 */
@ApplicationScoped
public class GuidanceAccess {

  private final GuidanceRepository requests;
  private final Lines lines;
  private final ChainAtAsking chain;
  private final Claims claims;

  GuidanceAccess(GuidanceRepository requests, Lines lines, ChainAtAsking chain, Claims claims) {
    this.requests = requests;
    this.lines = lines;
    this.chain = chain;
    this.claims = claims;
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
    return around(session, reader, found)
        .map(
            around -> {
              Map<UUID, GuidanceRelation> all = new HashMap<>();
              for (GuidanceRequest each : found) {
                relation(reader, each, around).ifPresent(one -> all.put(each.id(), one));
              }
              return all;
            });
  }

  /**
   * What is known around requests.
   *
   * @param near the askers whom the reader is above or below today
   * @param shut the requests that are closed to the reader since they were asked
   * @param abandoned the requests whose claimer can't answer
   * @param ceased the requests whose claimer is of HR no more
   */
  private record Around(Set<UUID> near, Set<UUID> shut, Set<UUID> abandoned, Set<UUID> ceased) {
    static final Around NOTHING = new Around(Set.of(), Set.of(), Set.of(), Set.of());

    boolean admits(UUID me, UUID asker, GuidanceRequest request) {
      return !near.contains(asker) && !shut.contains(request.id()) && !request.excludes(me);
    }
  }

  private Uni<Around> around(
      Mutiny.Session session, Actor reader, Collection<GuidanceRequest> found) {
    UUID me = reader.person();
    if (!reader.hr() || found.isEmpty()) {
      return Uni.createFrom().item(Around.NOTHING);
    }
    Set<UUID> askers =
        found.stream().flatMap(request -> request.askerId().stream()).collect(Collectors.toSet());
    return lines
        .closeTo(session, me, askers)
        .chain(
            near ->
                chain
                    .closed(session, found, Set.of(me))
                    .chain(
                        shut ->
                            claims
                                .abandoned(session, found)
                                .chain(
                                    abandoned ->
                                        claims
                                            .ceased(session, found)
                                            .map(
                                                ceased ->
                                                    new Around(
                                                        near, shut.keySet(), abandoned, ceased)))));
  }

  private static Optional<GuidanceRelation> relation(
      Actor reader, GuidanceRequest request, Around around) {
    UUID me = reader.person();
    Optional<UUID> asker = request.askerId();
    if (asker.isEmpty()) {
      return Optional.empty();
    }
    if (asker.get().equals(me)) {
      return Optional.of(GuidanceRelation.ASKER);
    }
    boolean outside = reader.hr() && around.admits(me, asker.get(), request);
    if (request.claimerId().filter(me::equals).isPresent()) {
      return outside && !around.ceased().contains(request.id())
          ? Optional.of(GuidanceRelation.CLAIMER)
          : Optional.of(GuidanceRelation.BARRED).filter(barred -> reader.hr() && request.waits());
    }
    return outside ? ofHr(reader, request, around) : Optional.empty();
  }

  private static Optional<GuidanceRelation> ofHr(
      Actor reader, GuidanceRequest request, Around around) {
    Optional<GuidanceRelation> helper =
        request.hands().returned().contains(reader.person())
            ? Optional.empty()
            : Optional.of(GuidanceRelation.HELPER);
    return switch (request.state()) {
      case ASKED -> helper;
      case CLAIMED ->
          around.abandoned().contains(request.id())
              ? helper
              : Optional.of(GuidanceRelation.OVERSEER).filter(overseer -> reader.hrLead());
      case ANSWERED, CLOSED, ERASED -> Optional.empty();
    };
  }
}
