package org.evenhand.policy.training.imported;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.evenhand.policy.training.TrainingCompletion;
import org.evenhand.policy.training.TrainingModule;
import org.evenhand.policy.training.TrainingRepository;
import org.evenhand.policy.training.time.Learner;
import org.evenhand.policy.training.time.Learners;
import org.evenhand.policy.training.time.TrainingTime;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in what people have completed, as another system knows it. */
@ApplicationScoped
class TrainingImport implements ImportHandler {

  static final String KIND = "training";

  private static final String ACTOR = "policy-service";

  private final TrainingRepository repository;
  private final People people;
  private final Learners learners;
  private final TrainingTime time;
  private final Journal journal;
  private final Clock clock;

  TrainingImport(
      TrainingRepository repository,
      People people,
      Learners learners,
      TrainingTime time,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.people = people;
    this.learners = learners;
    this.time = time;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<ImportColumn> columns() {
    return TrainingRow.COLUMNS;
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, StagedImport sent, List<ImportRow> chunk) {
    List<TrainingRow> rows = chunk.stream().map(TrainingRow::of).toList();
    return known(session, rows)
        .chain(
            known -> {
              TrainingChunk work =
                  new TrainingChunk(known, clock.instant().truncatedTo(ChronoUnit.MICROS));
              rows.stream().sorted(TrainingRow.LATEST_FIRST).forEach(work::take);
              return session
                  .persistAll(work.newcomers().toArray())
                  .chain(() -> journal.write(session, ACTOR, work::facts))
                  .chain(() -> plan(session, work.changed()))
                  .replaceWith(work::results);
            });
  }

  private Uni<Void> plan(Mutiny.Session session, Map<TrainingCompletion, Learner> changed) {
    return Multi.createFrom()
        .iterable(changed.entrySet())
        .onItem()
        .transformToUniAndConcatenate(each -> time.follow(session, each.getKey(), each.getValue()))
        .collect()
        .last();
  }

  /** Modules are held, so that none ends meanwhile, and so that no completion comes twice. */
  private Uni<TrainingChunk.Known> known(Mutiny.Session session, List<TrainingRow> rows) {
    Set<String> ids = rows.stream().map(TrainingRow::externalId).collect(Collectors.toSet());
    Set<String> keys = rows.stream().map(TrainingRow::module).collect(Collectors.toSet());
    return repository
        .holdByKeys(session, keys)
        .chain(
            modules -> people.named(session, ids).chain(named -> known(session, modules, named)));
  }

  private Uni<TrainingChunk.Known> known(
      Mutiny.Session session, Map<String, TrainingModule> modules, Map<String, Person> named) {
    Set<UUID> persons = named.values().stream().map(Person::employeeId).collect(Collectors.toSet());
    return learners
        .of(session, persons)
        .chain(
            known ->
                repository
                    .holdOf(session, persons)
                    .map(
                        found ->
                            new TrainingChunk.Known(
                                byExternalId(named, known), modules, byKey(found))));
  }

  private static Map<String, Learner> byExternalId(
      Map<String, Person> named, Map<UUID, Learner> known) {
    Map<String, Learner> found = new HashMap<>();
    named.forEach(
        (id, person) -> found.put(id, Objects.requireNonNull(known.get(person.employeeId()))));
    return found;
  }

  private static Map<TrainingChunk.Key, TrainingCompletion> byKey(List<TrainingCompletion> found) {
    return found.stream()
        .collect(
            Collectors.toMap(
                each -> new TrainingChunk.Key(each.moduleId(), each.personId()), each -> each));
  }
}
