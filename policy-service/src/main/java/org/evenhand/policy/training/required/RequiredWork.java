package org.evenhand.policy.training.required;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.policy.training.CompletionFacts;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.Enrolment;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Asks one person for every module that is required of them, once. */
@ApplicationScoped
class RequiredWork implements DueTask {

  static final String KIND = "training-required";
  private static final String ACTOR = "policy-service";

  /** Held in one order, as by whoever else begins a completion: none comes twice. */
  private static final String REQUIRED =
      """
      select m.id from training_module m, person p
      where p.employee_id = :person and p.status <> 'TERMINATED' and m.state = 'OFFERED' and %s
      order by m.id
      for update of m
      """
          .formatted(
              RequiredOf.ROLE.formatted(
                  """
                  exists (select 1 from colleague_hr_unit u where u.person_id = p.employee_id
                    and u.valid_from <= :today and (u.valid_to is null or u.valid_to >= :today))
                  """));

  private static final String SERVES_NEXT =
      """
      select min(u.valid_from) as day from colleague_hr_unit u
      where u.person_id = :person and u.valid_from > :today
      """;

  private final TrainingRepository repository;
  private final Journal journal;
  private final Duties duties;
  private final DueWork dueWork;
  private final Clock clock;

  RequiredWork(
      TrainingRepository repository, Journal journal, Duties duties, DueWork dueWork, Clock clock) {
    this.repository = repository;
    this.journal = journal;
    this.duties = duties;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID person) {
    LocalDate today = LocalDate.now(clock);
    return Rows.of(session, REQUIRED)
        .bind("person", person)
        .bind("today", today)
        .list(row -> row.uuid("id"))
        .chain(modules -> ask(session, person, modules))
        .chain(() -> planNext(session, person, today));
  }

  /** Whoever has it already may owe it since they came to do what it is required for. */
  private Uni<Void> ask(Mutiny.Session session, UUID person, List<UUID> modules) {
    return repository
        .holdOf(session, Set.of(person))
        .chain(known -> enrol(session, person, modules, known).chain(() -> follow(session, known)));
  }

  private Uni<Void> follow(Mutiny.Session session, List<TrainingCompletion> known) {
    Set<UUID> ids = known.stream().map(TrainingCompletion::id).collect(Collectors.toSet());
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : duties.follow(session, CompletionFacts.AGGREGATE, ids);
  }

  private Uni<Void> enrol(
      Mutiny.Session session, UUID person, List<UUID> modules, List<TrainingCompletion> known) {
    Set<UUID> has = known.stream().map(TrainingCompletion::moduleId).collect(Collectors.toSet());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<TrainingCompletion> asked =
        modules.stream()
            .filter(module -> !has.contains(module))
            .map(
                module ->
                    new TrainingCompletion(
                        Ids.next(), module, person, new Enrolment(null, null, now)))
            .toList();
    return session
        .persistAll(asked.toArray())
        .chain(
            () ->
                journal.write(
                    session,
                    ACTOR,
                    () ->
                        asked.stream()
                            .map(each -> CompletionFacts.fact(each, CompletionHappening.ENROLLED))
                            .toList()));
  }

  /** No event of the directory comes on the day on which somebody begins to serve a unit. */
  private Uni<Void> planNext(Mutiny.Session session, UUID person, LocalDate today) {
    return Rows.of(session, SERVES_NEXT)
        .bind("person", person)
        .bind("today", today)
        .one(row -> Optional.ofNullable(row.orNull("day", Row::day)))
        .chain(
            day ->
                day.map(
                        on ->
                            dueWork.schedule(
                                session, KIND, person, on.atStartOfDay(ZoneOffset.UTC).toInstant()))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
