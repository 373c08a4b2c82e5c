package org.evenhand.policy.guidance.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.policy.directory.Lines;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceState;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whether claims still hold: whoever has come into the chain of the asker since, or isn't at work,
 * answers nothing, and others may claim it over them.
 */
@ApplicationScoped
public class Claims {

  private final Lines lines;
  private final People people;

  Claims(Lines lines, People people) {
    this.lines = lines;
    this.people = people;
  }

  /** The ids of those whose claimer can't answer. */
  public Uni<Set<UUID>> abandoned(Mutiny.Session session, Collection<GuidanceRequest> found) {
    List<GuidanceRequest> claimed =
        found.stream().filter(one -> one.state() == GuidanceState.CLAIMED).toList();
    if (claimed.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    Set<UUID> claimers =
        claimed.stream().flatMap(one -> one.claimerId().stream()).collect(Collectors.toSet());
    Set<UUID> askers =
        claimed.stream().flatMap(one -> one.askerId().stream()).collect(Collectors.toSet());
    return people
        .atWork(session, claimers)
        .chain(
            there ->
                lines
                    .closeTo(session, claimers, askers)
                    .map(
                        close ->
                            claimed.stream()
                                .filter(one -> isAbandoned(one, there, close))
                                .map(GuidanceRequest::id)
                                .collect(Collectors.toSet())));
  }

  private static boolean isAbandoned(
      GuidanceRequest request, Set<UUID> there, Map<UUID, Set<UUID>> close) {
    UUID claimer = request.claimerId().orElseThrow();
    return !there.contains(claimer)
        || request.askerId().filter(close.getOrDefault(claimer, Set.of())::contains).isPresent();
  }
}
