package org.evenhand.policy.charter.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.policy.charter.Charter;
import org.evenhand.policy.charter.CharterEvents;
import org.evenhand.policy.charter.CharterRepository;
import org.evenhand.policy.charter.CharterStep;
import org.evenhand.policy.directory.People;
import org.hibernate.reactive.mutiny.Mutiny;

/** What charters ask of people. */
@Singleton
class CharterDuties implements DutyRule {

  private final CharterRepository charters;
  private final People people;

  CharterDuties(CharterRepository charters, People people) {
    this.charters = charters;
    this.people = people;
  }

  @Override
  public String aggregateType() {
    return CharterEvents.AGGREGATE;
  }

  @Override
  public List<CharterDuty> kinds() {
    return List.of(CharterDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("charter", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return charters
        .byIds(session, ids)
        .chain(
            found ->
                people
                    .workLocations(session, asked(found))
                    .map(
                        places ->
                            found.stream()
                                .flatMap(charter -> new DutiesOfCharter(charter, places).owed())
                                .toList()));
  }

  private static Set<UUID> asked(List<Charter> charters) {
    return charters.stream()
        .flatMap(charter -> charter.signOff().current().stream())
        .flatMap(round -> round.managers().stream())
        .collect(Collectors.toSet());
  }

  /** HR as a whole is asked, but an author's signature would approve nothing. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return charters
        .byIds(session, subjects)
        .map(
            found ->
                found.stream()
                    .collect(Collectors.toMap(Charter::id, charter -> open(charter, worker))));
  }

  private static Set<String> open(Charter charter, Worker worker) {
    return charter.authors().contains(worker.person())
        ? Set.of()
        : Set.of(CharterStep.SIGNATURE.operation());
  }
}
