package org.evenhand.review.training;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.JointDecision;
import org.evenhand.review.cycle.Signature;
import org.evenhand.review.directory.Directory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody do without training what it is required for: in cycles that opened after it was
 * offered, so that no rule comes into a cycle that is under way. Whoever held it when the cycle
 * opened holds it for all of that cycle.
 */
@ApplicationScoped
public class TrainingGate {

  private static final String ASKED =
      """
      select p.person, m.title, h.held, h.valid_until
      from training_module m
      cross join unnest(cast(:people as uuid[])) as p(person)
      left join training_held h on h.module_id = m.id and h.person_id = p.person and h.held
      where m.required_for @> to_jsonb(cast(:requirement as text))
        and m.offered_at < :opened and m.retired_at is null
        and (h.id is null or h.valid_until is not null)
      order by m.title, m.id
      """;

  /**
   * A module that somebody doesn't hold for good.
   *
   * @param until the last day on which they hold it; null where they never did
   */
  private record Asked(UUID person, String title, @Nullable LocalDate until) {}

  private final Directory directory;
  private final Places places;

  TrainingGate(Directory directory, Places places) {
    this.directory = directory;
    this.places = places;
  }

  /**
   * @param people by the pointers at which a request names them; empty for the caller
   * @param time in which they may do without it
   * @throws Problem TRAINING_DUE that names the modules
   */
  public Uni<Void> require(
      Mutiny.Session session,
      Cycle cycle,
      Requirement requirement,
      Map<String, UUID> people,
      Grace time) {
    return opened(cycle)
        .map(
            opened ->
                asked(session, opened, requirement, people)
                    .chain(
                        asked ->
                            asked.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : require(session, opened, asked, people, time)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** Both sides have agreed to open it; before, nobody rates. */
  private static Optional<Instant> opened(Cycle cycle) {
    return cycle.opening().map(JointDecision::countersignature).map(Signature::at);
  }

  private static Uni<List<Asked>> asked(
      Mutiny.Session session, Instant opened, Requirement requirement, Map<String, UUID> people) {
    return Rows.of(session, ASKED)
        .bind("people", people.values().toArray(UUID[]::new))
        .bind("requirement", requirement.name())
        .bind("opened", opened.atOffset(ZoneOffset.UTC))
        .list(
            row ->
                new Asked(
                    row.uuid("person"), row.text("title"), row.orNull("valid_until", Row::day)));
  }

  private Uni<Void> require(
      Mutiny.Session session,
      Instant opened,
      List<Asked> asked,
      Map<String, UUID> people,
      Grace time) {
    return days(session, asked)
        .invoke(
            days -> {
              List<Asked> due =
                  asked.stream()
                      .filter(
                          each ->
                              isDue(
                                  each,
                                  opened,
                                  days.getOrDefault(each.person(), WorkingDays.unknown()),
                                  time))
                      .toList();
              if (!due.isEmpty()) {
                throw problem(due, people);
              }
            })
        .replaceWithVoid();
  }

  private static boolean isDue(Asked asked, Instant opened, WorkingDays days, Grace time) {
    LocalDate until = asked.until();
    return (until == null || !opened.isBefore(days.endOf(until))) && !time.lasts(days);
  }

  private Uni<Map<UUID, WorkingDays>> days(Mutiny.Session session, List<Asked> asked) {
    return directory
        .byIds(session, asked.stream().map(Asked::person).collect(Collectors.toSet()))
        .chain(
            found -> {
              Map<UUID, String> where =
                  found.values().stream()
                      .collect(
                          Collectors.toMap(
                              each -> each.id(), each -> each.main().position().workLocation()));
              return places
                  .atAll(session, where.values())
                  .map(
                      days ->
                          where.entrySet().stream()
                              .collect(
                                  Collectors.toMap(
                                      Map.Entry::getKey,
                                      each ->
                                          days.getOrDefault(
                                              each.getValue(), WorkingDays.unknown()))));
            });
  }

  private static Problem problem(List<Asked> due, Map<String, UUID> people) {
    List<Violation> found = new ArrayList<>();
    people.forEach(
        (pointer, person) ->
            due.stream()
                .filter(each -> each.person().equals(person))
                .forEach(each -> found.add(NOT_ALLOWED.at(pointer, words(each)))));
    String titles = due.stream().map(Asked::title).distinct().collect(Collectors.joining(", "));
    return Problem.of(ReviewProblem.TRAINING_DUE, "Training comes first: " + titles + ".")
        .with(found);
  }

  private static String words(Asked due) {
    return "needs the training " + due.title() + " first";
  }
}
