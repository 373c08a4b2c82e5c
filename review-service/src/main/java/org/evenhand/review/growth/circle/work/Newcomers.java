package org.evenhand.review.growth.circle.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.circle.CircleRepository;
import org.evenhand.review.growth.circle.CircleRepository.Line;
import org.evenhand.review.growth.circle.Member;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who may come into a circle: people who work here, with no line to anybody in it. */
@ApplicationScoped
class Newcomers {

  private final CircleRepository circles;
  private final Directory directory;

  Newcomers(CircleRepository circles, Directory directory) {
    this.circles = circles;
    this.directory = directory;
  }

  /**
   * @param inside those who are in already
   * @param pointer to each of those who are asked
   * @throws Problem 422 that names everybody who can't come
   */
  Uni<Void> require(
      Mutiny.Session session,
      Collection<UUID> inside,
      List<UUID> asked,
      IntFunction<String> pointer) {
    Set<UUID> all = new HashSet<>(inside);
    all.addAll(asked);
    return directory
        .byIds(session, asked)
        .chain(
            known ->
                circles
                    .lines(session, all)
                    .invoke(lines -> require(known, lines, inside, asked, pointer)))
        .replaceWithVoid();
  }

  /** In their order, as they are asked. */
  Uni<List<Member>> invited(Mutiny.Session session, List<UUID> people) {
    return Exits.seen(session, people)
        .map(
            seen ->
                people.stream()
                    .map(each -> Member.invited(each, seen.getOrDefault(each, 0L)))
                    .toList());
  }

  private static void require(
      Map<UUID, Employee> known,
      List<Line> lines,
      Collection<UUID> inside,
      List<UUID> asked,
      IntFunction<String> pointer) {
    List<Violation> found = new ArrayList<>();
    Set<UUID> before = new HashSet<>(inside);
    for (int i = 0; i < asked.size(); i++) {
      UUID person = asked.get(i);
      String at = pointer.apply(i);
      if (Optional.ofNullable(known.get(person)).filter(one -> !one.left()).isEmpty()) {
        found.add(NOT_FOUND.at(at, "is nobody who works here"));
      } else if (lines.stream().anyMatch(line -> line.isOf(person, before))) {
        found.add(NOT_ALLOWED.at(at, "has a line to another of the circle"));
      }
      if (!before.add(person)) {
        found.add(DUPLICATE.at(at, "is in the circle already"));
      }
    }
    if (!found.isEmpty()) {
      throw Problem.of(
              CommonProblem.RULE_VIOLATED, "A circle is of people without a line to one another.")
          .with(found);
    }
  }
}
