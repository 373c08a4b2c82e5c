package org.evenhand.calibration.duty;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Worker;
import org.hibernate.reactive.mutiny.Mutiny;

/** What sessions ask of people. */
@Singleton
class SessionDuties implements DutyRule {

  private final Standings standings;
  private final SessionRepository sessions;

  SessionDuties(Standings standings, SessionRepository sessions) {
    this.standings = standings;
    this.sessions = sessions;
  }

  @Override
  public String aggregateType() {
    return SessionEvents.AGGREGATE;
  }

  @Override
  public List<SessionDuty> kinds() {
    return List.of(SessionDuty.values());
  }

  /** A session is looked at alone. */
  @Override
  public AggregateRows rows() {
    return new AggregateRows("calibration_session", "id");
  }

  /**
   * A session is held before its duties, as in a step: of two changes at the same time the later
   * one sees what the earlier one has done, and neither waits for what the other holds.
   */
  @Override
  public Uni<Void> cascade(Mutiny.Session db, Collection<UUID> ids) {
    return Multi.createFrom()
        .iterable(ids.stream().sorted().toList())
        .onItem()
        .transformToUniAndConcatenate(id -> sessions.hold(db, id))
        .collect()
        .last();
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session db, Collection<UUID> ids) {
    return Multi.createFrom()
        .iterable(ids.stream().sorted().toList())
        .onItem()
        .transformToUniAndConcatenate(id -> standings.of(db, id))
        .collect()
        .asList()
        .map(
            found ->
                found.stream()
                    .flatMap(standing -> standing.stream().map(DutiesOfSession::new))
                    .flatMap(DutiesOfSession::owed)
                    .toList());
  }

  /** hr-lead looks after what is late in all sessions but those that are hidden from them. */
  @Override
  public Uni<Map<UUID, Set<String>>> open(Mutiny.Session db, Worker worker, Set<UUID> subjects) {
    return sessions
        .shown(db, new Actor(worker.person(), worker.roles()), subjects)
        .map(
            shown ->
                subjects.stream()
                    .filter(id -> !shown.contains(id))
                    .collect(Collectors.toMap(Function.identity(), id -> Set.of())));
  }
}
