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
      where %s and g.claimer_served
        and not exists (select 1 from colleague_hr_unit u where u.person_id = g.claimer_id
          and u.valid_from <= :today and (u.valid_to is null or u.valid_to >= :today))
      """;

  private static final String OF_THESE = CEASED.formatted("g.id = any (cast(:requests as uuid[]))");

  private static final String ANSWERED = CEASED.formatted("g.state in ('ANSWERED', 'CLOSED')");

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
    return ids(
        Rows.of(session, OF_THESE)
            .bind("requests", found.stream().map(GuidanceRequest::id).toArray(UUID[]::new)));
  }

  /** The ids of all that somebody has answered who served as HR and does so no more. */
  public Uni<Set<UUID>> answeredByCeased(Mutiny.Session session) {
    return ids(Rows.of(session, ANSWERED));
  }

  private Uni<Set<UUID>> ids(Rows ceased) {
    return ceased.bind("today", LocalDate.now(clock)).list(row -> row.uuid("id")).map(Set::copyOf);
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
                    .chain(
                        close ->
                            ceased(session, claimed)
                                .map(
                                    ceased ->
                                        claimed.stream()
                                            .filter(
                                                one ->
                                                    ceased.contains(one.id())
                                                        || isAbandoned(one, there, close))
                                            .map(GuidanceRequest::id)
                                            .collect(Collectors.toSet()))));
  }

  private static boolean isAbandoned(
      GuidanceRequest request, Set<UUID> there, Map<UUID, Set<UUID>> close) {
    UUID claimer = request.claimerId().orElseThrow();
    return !there.contains(claimer)
        || request.askerId().filter(close.getOrDefault(claimer, Set.of())::contains).isPresent();
  }
}
