package org.evenhand.review.growth.goal.assignment;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.ImportSender;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.step.Journal;
import org.evenhand.kit.web.problem.ViolationCode;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.SteadyLines;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.growth.CriteriaInForce;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.goal.access.Writers;
import org.evenhand.review.growth.goal.access.Writers.As;
import org.evenhand.review.growth.goal.library.LibraryGoal;
import org.evenhand.review.growth.goal.library.LibraryRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Proposes the goals of a file, one row each. */
@ApplicationScoped
class GoalAssignmentImport implements ImportHandler {

  static final String KIND = "goal";

  /** One goal for one person stands in one row. */
  private static final String REPEATED =
      """
      refusal(row, "column", detail) as (
        select row, 'goal', 'stands in several rows for the same person and assignment'
        from (select row, count(*) over (partition by "values" ->> 'externalId',
                "values" ->> 'assignmentId', "values" ->> 'goal') as times
              from staged where not refused) told
        where times > 1)
      """;

  private final Writers writers;
  private final Posts posts;
  private final GoalRepository goals;
  private final LibraryRepository library;
  private final CriteriaInForce criteria;
  private final Places places;
  private final Directory directory;
  private final SteadyLines lines;
  private final Journal journal;
  private final Clock clock;

  GoalAssignmentImport(
      Writers writers,
      Posts posts,
      GoalRepository goals,
      LibraryRepository library,
      CriteriaInForce criteria,
      Places places,
      Directory directory,
      SteadyLines lines,
      Journal journal,
      Clock clock) {
    this.writers = writers;
    this.posts = posts;
    this.goals = goals;
    this.library = library;
    this.criteria = criteria;
    this.places = places;
    this.directory = directory;
    this.lines = lines;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<ImportColumn> columns() {
    return GoalAssignmentColumns.ALL;
  }

  /** Whoever proposes to many people asks which of them have it. */
  @Override
  public boolean tellsEachRow() {
    return true;
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, StagedImport sent) {
    return sent.refuse(ViolationCode.DUPLICATE, REPEATED).replaceWithVoid();
  }

  /** What the sender may do is looked at with each chunk: they may have left since they sent it. */
  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, StagedImport sent, List<ImportRow> chunk) {
    List<GoalAssignmentRow> rows = chunk.stream().map(GoalAssignmentRow::of).toList();
    ImportSender sender = sent.sender().orElseThrow();
    Set<String> named =
        Stream.concat(
                Stream.of(sender.externalId()), rows.stream().map(GoalAssignmentRow::externalId))
            .collect(Collectors.toSet());
    return lines
        .hold(session)
        .chain(() -> directory.byExternalIds(session, named))
        .chain(
            people -> {
              Employee by = people.get(sender.externalId());
              return by == null || by.left()
                  ? Uni.createFrom().item(() -> refused(rows))
                  : apply(session, viewer(by, sender), rows, people);
            });
  }

  private static List<RowResult> refused(List<GoalAssignmentRow> rows) {
    return rows.stream()
        .map(
            row ->
                RowResult.refused(
                    row.number(),
                    NOT_ALLOWED.cell(
                        row.number(), null, "was sent by somebody who doesn't work here now")))
        .toList();
  }

  private Viewer viewer(Employee by, ImportSender sender) {
    return new Viewer(by.id(), by.externalId(), sender.roles(), Set.of(), LocalDate.now(clock));
  }

  private Uni<List<RowResult>> apply(
      Mutiny.Session session,
      Viewer viewer,
      List<GoalAssignmentRow> rows,
      Map<String, Employee> people) {
    return known(session, viewer, rows, people)
        .chain(
            known -> {
              GoalAssignmentChunk work =
                  new GoalAssignmentChunk(
                      known, viewer.employeeId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
              rows.forEach(work::take);
              return session
                  .persistAll(work.newcomers().toArray())
                  .chain(() -> journal.write(session, viewer.employeeId().toString(), work::facts))
                  .replaceWith(work::results);
            });
  }

  private Uni<Known> known(
      Mutiny.Session session,
      Viewer viewer,
      List<GoalAssignmentRow> rows,
      Map<String, Employee> people) {
    Set<UUID> assignments =
        rows.stream()
            .flatMap(
                row ->
                    Stream.ofNullable(people.get(row.externalId()))
                        .flatMap(person -> person.assignment(row.assignmentId()).stream()))
            .map(Assignment::id)
            .collect(Collectors.toSet());
    Set<String> keys = rows.stream().map(GoalAssignmentRow::goal).collect(Collectors.toSet());
    return library
        .byKeys(session, keys)
        .chain(
            entries ->
                posts
                    .byIds(session, assignments)
                    .chain(
                        at ->
                            writers
                                .of(session, viewer, assignments)
                                .chain(as -> known(session, people, entries, at, as))));
  }

  private Uni<Known> known(
      Mutiny.Session session,
      Map<String, Employee> people,
      Map<String, LibraryGoal> entries,
      Map<UUID, Post> at,
      Map<UUID, As> as) {
    Set<String> where = at.values().stream().map(Post::workLocation).collect(Collectors.toSet());
    return criteria
        .of(session, at.keySet())
        .chain(
            criteriaOf ->
                places
                    .atAll(session, where)
                    .chain(
                        days ->
                            goals
                                .open(session, at.keySet())
                                .map(
                                    open ->
                                        new Known(
                                            people, entries, at, as, criteriaOf, days, open))));
  }
}
