package org.evenhand.kit.data.duty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Moves on what nobody has done in time. Each step takes some of the duties that have fallen due,
 * in one transaction: instances share them, and a kill costs the step that was running.
 */
@ApplicationScoped
public class DutyWatch {

  private static final Logger LOG = Logger.getLogger(DutyWatch.class);
  private static final int CHUNK = 200;

  private final Mutiny.SessionFactory sessions;
  private final DutyRows rows;
  private final DutyKinds kinds;
  private final Duties duties;
  private final Colleagues colleagues;
  private final Places places;
  private final Clock clock;

  DutyWatch(
      Mutiny.SessionFactory sessions,
      DutyRows rows,
      DutyKinds kinds,
      Duties duties,
      Colleagues colleagues,
      Places places,
      Clock clock) {
    this.sessions = sessions;
    this.rows = rows;
    this.kinds = kinds;
    this.duties = duties;
    this.colleagues = colleagues;
    this.places = places;
    this.clock = clock;
  }

  @Scheduled(
      identity = "duties",
      every = "${evenhand.due.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  Uni<Void> scheduled() {
    return runDue()
        .replaceWithVoid()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("duties wait: %s", Failures.withoutContent(failure));
              return null;
            });
  }

  /** Moves on all that has fallen due by now, and answers how many steps were taken. */
  public Uni<Long> runDue() {
    return step()
        .chain(
            moved ->
                moved < CHUNK
                    ? Uni.createFrom().item((long) moved)
                    : runDue().map(more -> moved + more));
  }

  private Uni<Integer> step() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return sessions.withTransaction(
        session ->
            rows.fallenDue(session, now, CHUNK)
                .chain(
                    fallen ->
                        fallen.isEmpty()
                            ? Uni.createFrom().item(0)
                            : move(session, fallen, now).replaceWith(fallen.size())));
  }

  private Uni<Void> move(Mutiny.Session session, List<Duty> fallen, Instant now) {
    Set<UUID> asked = fallen.stream().flatMap(Duty::asked).collect(Collectors.toSet());
    List<String> where =
        fallen.stream().map(duty -> duty.matter().place()).filter(Objects::nonNull).toList();
    return CharterTerms.inForce(session)
        .chain(
            charter ->
                colleagues
                    .responsibles(session, asked)
                    .chain(
                        found ->
                            led(session, fallen)
                                .chain(
                                    led ->
                                        places
                                            .atAll(session, where)
                                            .map(
                                                days -> new Move(charter, days, found, led, now)))))
        .map(move -> fallen.stream().map(move::of).toList())
        .chain(moved -> duties.write(session, moved));
  }

  /** By subject, who is at work of those who lead the person concerned in that matter. */
  private Uni<Map<UUID, List<UUID>>> led(Mutiny.Session session, List<Duty> fallen) {
    return kinds
        .leaders(session, fallen)
        .chain(
            leaders ->
                colleagues
                    .upFrom(session, people(leaders.values()))
                    .map(
                        up ->
                            leaders.entrySet().stream()
                                .collect(
                                    Collectors.toMap(
                                        Map.Entry::getKey,
                                        leader ->
                                            leader.getValue().stream()
                                                .flatMap(
                                                    each ->
                                                        up.getOrDefault(each, List.of()).stream())
                                                .toList()))));
  }

  private static Set<UUID> people(Collection<Optional<UUID>> leaders) {
    return leaders.stream().flatMap(Optional::stream).collect(Collectors.toSet());
  }

  /**
   * @param led by subject, where it isn't those above the person in their main assignment
   */
  private record Move(
      Charter charter,
      Map<String, WorkingDays> days,
      Responsibles found,
      Map<UUID, List<UUID>> led,
      Instant now) {

    Duty of(Duty duty) {
      return duty.moving(
          charter.of(duty.kind()), Duties.at(days, duty.matter().place()), now, responsibles(duty));
    }

    private Responsibles responsibles(Duty duty) {
      List<UUID> above = led.get(duty.matter().subject());
      return above == null || duty.about() == null ? found : found.with(duty.about(), above);
    }
  }
}
