package org.evenhand.kit.data.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.web.security.Roles;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who may waive which duty: HR of whom it concerns, hr-lead, and those above; never who owes it,
 * nobody in their own record or for those above them, and HR not for their own people.
 */
@ApplicationScoped
class Standings {

  private final Colleagues colleagues;
  private final DutyKinds kinds;

  Standings(Colleagues colleagues, DutyKinds kinds) {
    this.colleagues = colleagues;
    this.kinds = kinds;
  }

  /** By the ids of the duties. */
  Uni<Map<UUID, Standing>> of(Mutiny.Session session, Worker worker, Collection<Duty> duties) {
    if (duties.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Set<UUID> people = duties.stream().flatMap(Duty::concerned).collect(Collectors.toSet());
    return kinds
        .leaders(session, duties)
        .chain(leaders -> lines(session, worker, people, leaders))
        .chain(
            lines ->
                colleagues
                    .served(session, people)
                    .chain(
                        units ->
                            open(session, worker, duties)
                                .map(open -> new Look(worker, lines, units, open))))
        .map(look -> duties.stream().collect(Collectors.toMap(Duty::id, look::at)));
  }

  private Uni<Lines> lines(
      Mutiny.Session session, Worker worker, Set<UUID> people, Map<UUID, Optional<UUID>> leaders) {
    Set<UUID> asked = new HashSet<>(people);
    leaders.values().forEach(leader -> leader.ifPresent(asked::add));
    return colleagues
        .below(session, worker.person(), asked)
        .map(below -> new Lines(worker.person(), below, leaders));
  }

  /**
   * Whom the worker has below them.
   *
   * @param below in their main assignments, of those concerned and of those who lead them
   * @param leaders who leads the person concerned, by subject, where it isn't by that assignment
   */
  record Lines(UUID worker, Set<UUID> below, Map<UUID, Optional<UUID>> leaders) {

    private boolean leadsIn(Duty duty) {
      Optional<UUID> leader = leaders.get(duty.matter().subject());
      return leader == null
          ? duty.about() != null && below.contains(duty.about())
          : leader.filter(each -> each.equals(worker) || below.contains(each)).isPresent();
    }
  }

  /** What the rules let a role know of, for whoever has one that may know. */
  private Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Collection<Duty> duties) {
    return kinds.open(
        session,
        worker,
        duties.stream().filter(duty -> isHr(worker) || duty.holder().isRoleOf(worker)).toList());
  }

  private static boolean isHr(Worker worker) {
    return worker.roles().contains(Roles.HR) || worker.roles().contains(Roles.HR_LEAD);
  }

  /**
   * @param units of those concerned
   */
  record Look(Worker worker, Lines lines, Map<UUID, String> units, Map<UUID, Set<String>> open) {

    Standing at(Duty duty) {
      if (duty.kind().isConfidential()) {
        return worker.person().equals(duty.holder().person()) ? Standing.BARRED : Standing.UNKNOWN;
      }
      if (duty.isHeldBy(worker) || duty.concerned().anyMatch(worker.closed()::contains)) {
        return knows(duty) ? Standing.BARRED : Standing.UNKNOWN;
      }
      if (isAbove(duty)) {
        return Standing.MANAGER;
      }
      return isHrOf(duty) && isSeen(duty) ? Standing.HR : Standing.UNKNOWN;
    }

    private boolean knows(Duty duty) {
      return duty.isOf(worker) || duty.holder().isRoleOf(worker) && isSeen(duty);
    }

    /** Of what can't be waived only those know whose task it is. */
    private boolean isAbove(Duty duty) {
      return duty.isLookedAfterBy(worker) || duty.isWaivable() && lines.leadsIn(duty);
    }

    private boolean isHrOf(Duty duty) {
      return duty.concerned().noneMatch(lines.below()::contains)
          && (duty.isLookedAfterByRoleOf(worker) || duty.isWaivable() && serves(duty));
    }

    private boolean serves(Duty duty) {
      return worker.roles().contains(Roles.HR_LEAD)
          || worker.roles().contains(Roles.HR)
              && duty.concerned()
                  .flatMap(person -> Stream.ofNullable(units.get(person)))
                  .anyMatch(worker.hrUnits()::contains);
    }

    private boolean isSeen(Duty duty) {
      Set<String> may = open.get(duty.matter().subject());
      return may == null || !may.isEmpty();
    }
  }
}
