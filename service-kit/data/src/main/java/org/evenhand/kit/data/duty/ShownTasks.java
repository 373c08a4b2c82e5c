package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Of the duties that a role or a proposal brings to somebody those that they may know of. */
@Singleton
class ShownTasks {

  private final Colleagues colleagues;
  private final Standings standings;
  private final DutyKinds kinds;

  ShownTasks(Colleagues colleagues, Standings standings, DutyKinds kinds) {
    this.colleagues = colleagues;
    this.standings = standings;
    this.kinds = kinds;
  }

  /**
   * @param follows whether the worker is asked to agree that it needn't be done
   */
  record ShownTask(Duty duty, boolean follows) {

    TaskPosition position() {
      return TaskPosition.of(duty);
    }
  }

  /**
   * @param proposed duties that are proposed to be waived, with the side that has proposed
   */
  Uni<List<ShownTask>> of(
      Mutiny.Session session, Worker worker, Map<UUID, Side> proposed, List<Duty> duties) {
    return toFollow(session, worker, proposed, duties)
        .chain(follows -> shown(session, worker, follows, duties));
  }

  /** Of those that are proposed to be waived the ones on which the worker can decide. */
  private Uni<Set<UUID>> toFollow(
      Mutiny.Session session, Worker worker, Map<UUID, Side> proposed, List<Duty> duties) {
    List<Duty> asked = duties.stream().filter(duty -> proposed.containsKey(duty.id())).toList();
    return standings
        .of(session, worker, asked)
        .map(
            of ->
                asked.stream()
                    .map(Duty::id)
                    .filter(
                        id ->
                            of.getOrDefault(id, Standing.UNKNOWN)
                                .canFollow(Objects.requireNonNull(proposed.get(id))))
                    .collect(Collectors.toSet()));
  }

  private Uni<List<ShownTask>> shown(
      Mutiny.Session session, Worker worker, Set<UUID> follows, List<Duty> duties) {
    Set<Duty> byRole =
        duties.stream()
            .filter(duty -> !duty.isOf(worker) && !follows.contains(duty.id()))
            .collect(Collectors.toSet());
    return hidden(session, worker, byRole)
        .map(
            hidden ->
                duties.stream()
                    .filter(duty -> !hidden.contains(duty))
                    .map(duty -> new ShownTask(duty, follows.contains(duty.id())))
                    .toList());
  }

  /**
   * What a role holds, and the caller still may not do. One's own people are as closed to HR's door
   * as those above.
   */
  private Uni<Set<Duty>> hidden(Mutiny.Session session, Worker worker, Set<Duty> byRole) {
    Set<UUID> about =
        byRole.stream()
            .flatMap(duty -> Stream.ofNullable(duty.about()))
            .collect(Collectors.toSet());
    return colleagues
        .below(session, worker.person(), about)
        .chain(
            below ->
                kinds
                    .open(session, worker, byRole)
                    .map(
                        open ->
                            byRole.stream()
                                .filter(
                                    duty ->
                                        duty.about() != null && below.contains(duty.about())
                                            || !duty.isOpenTo(worker, open))
                                .collect(Collectors.toSet())));
  }
}
