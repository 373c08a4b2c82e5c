package org.evenhand.kit.data.training;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.ProblemType;
import org.evenhand.kit.web.problem.Violation;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lets nobody do without training what it is required for, in what began after it was offered: no
 * rule comes into what is under way. Whoever held it at that moment holds it for all of it.
 */
public final class TrainingRule {

  private final ProblemType due;
  private final Places places;
  private final WorkLocations where;

  /**
   * @param due how the service says that training comes first
   */
  public TrainingRule(ProblemType due, Places places, WorkLocations where) {
    this.due = due;
    this.places = places;
    this.where = where;
  }

  /**
   * @param begun when that began for which it is asked
   * @param requirement as the service that tells of training names it
   * @param people by the pointers at which a request names them; empty for the caller
   * @param time in which they may do without it
   * @throws Problem that names the modules
   */
  public Uni<Void> require(
      Mutiny.Session session,
      Instant begun,
      Enum<?> requirement,
      Map<String, UUID> people,
      Grace time) {
    return TrainingRows.asked(session, begun, requirement.name(), people.values())
        .chain(asked -> due(session, begun, asked, time))
        .invoke(
            missing -> {
              if (!missing.isEmpty()) {
                throw problem(missing, people);
              }
            })
        .replaceWithVoid();
  }

  private Uni<List<AskedTraining>> due(
      Mutiny.Session session, Instant begun, List<AskedTraining> asked, Grace time) {
    return asked.isEmpty()
        ? Uni.createFrom().item(asked)
        : days(session, asked.stream().map(AskedTraining::person).collect(Collectors.toSet()))
            .map(
                days ->
                    asked.stream().filter(each -> each.isDue(begun, days.of(each), time)).toList());
  }

  private record DaysOf(Map<UUID, String> where, Map<String, WorkingDays> days) {

    WorkingDays of(AskedTraining asked) {
      String place = where.get(asked.person());
      return place == null
          ? WorkingDays.unknown()
          : days.getOrDefault(place, WorkingDays.unknown());
    }
  }

  private Uni<DaysOf> days(Mutiny.Session session, Set<UUID> people) {
    return where
        .of(session, people)
        .chain(found -> places.atAll(session, found.values()).map(days -> new DaysOf(found, days)));
  }

  private Problem problem(List<AskedTraining> missing, Map<String, UUID> people) {
    List<Violation> found =
        people.entrySet().stream()
            .flatMap(
                named ->
                    missing.stream()
                        .filter(each -> each.person().equals(named.getValue()))
                        .map(each -> each.at(named.getKey())))
            .toList();
    String titles =
        missing.stream().map(AskedTraining::title).distinct().collect(Collectors.joining(", "));
    return Problem.of(due, "Training comes first: " + titles + ".").with(found);
  }
}
