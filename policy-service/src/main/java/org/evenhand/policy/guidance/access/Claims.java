package org.evenhand.policy.guidance.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.policy.directory.Lines;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.guidance.GuidanceRequest;
import org.evenhand.policy.guidance.GuidanceState;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whether claims still hold: whoever has come into the chain of the asker since, isn't at work, or
 * serves as HR no more answers nothing, and others may claim it over them.
 */
@ApplicationScoped
public class Claims {

  private static final String CEASED =
      """
      select g.id from guidance_request g
      where g.id = any (cast(:requests as uuid[])) and g.claimer_served
        and not exists (select 1 from colleague_hr_unit u where u.person_id = g.claimer_id
          and u.valid_from <= :today and (u.valid_to is null or u.valid_to >= :today))
      """;

  private final Lines lines;
  private final People people;
  private final Clock clock;

  Claims(Lines lines, People people, Clock clock) {
    this.lines = lines;
    this.people = people;
    this.clock = clock;
  }

  /** The ids of those, answered or not, whose claimer served as HR and does so no more. */
  public Uni<Set<UUID>> ceased(Mutiny.Session session, Collection<GuidanceRequest> found) {
    return Rows.of(session, CEASED)
        .bind("requests", found.stream().map(GuidanceRequest::id).toArray(UUID[]::new))
        .bind("today", LocalDate.now(clock))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  /** The ids of those, answered or not, whose claimer may read them no more. */
  public Uni<Set<UUID>> shut(Mutiny.Session session, Collection<GuidanceRequest> found) {
    return found.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : lines
            .closeTo(session, claimers(found), askers(found))
            .chain(
                close ->
                    ceased(session, found)
                        .map(
                            ceased ->
                                ids(
                                    found,
                                    one -> ceased.contains(one.id()) || isNear(one, close))));
  }

  /** The ids of those whose claimer can't answer. */
  public Uni<Set<UUID>> abandoned(Mutiny.Session session, Collection<GuidanceRequest> found) {
    List<GuidanceRequest> claimed =
        found.stream().filter(one -> one.state() == GuidanceState.CLAIMED).toList();
    return claimed.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : people
            .atWork(session, claimers(claimed))
            .chain(
                there ->
                    shut(session, claimed)
                        .map(
                            shut ->
                                ids(
                                    claimed,
                                    one ->
                                        shut.contains(one.id())
                                            || !there.contains(one.claimerId().orElseThrow()))));
  }

  private static boolean isNear(GuidanceRequest request, Map<UUID, Set<UUID>> close) {
    return request
        .claimerId()
        .flatMap(
            claimer -> request.askerId().filter(close.getOrDefault(claimer, Set.of())::contains))
        .isPresent();
  }

  private static Set<UUID> ids(
      Collection<GuidanceRequest> found, Predicate<GuidanceRequest> which) {
    return found.stream().filter(which).map(GuidanceRequest::id).collect(Collectors.toSet());
  }

  private static Set<UUID> claimers(Collection<GuidanceRequest> found) {
    return found.stream().flatMap(one -> one.claimerId().stream()).collect(Collectors.toSet());
  }

  private static Set<UUID> askers(Collection<GuidanceRequest> found) {
    return found.stream().flatMap(one -> one.askerId().stream()).collect(Collectors.toSet());
  }
}
