package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.imports.ImportHandler;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.data.imports.StagedImport;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in the ratings of past cycles, one row each. */
@ApplicationScoped
class RatingImport implements ImportHandler {

  static final String KIND = "rating";

  private final HistoryChecks checks;
  private final HistoryCycles cycles;
  private final HistoryRatingRepository ratings;
  private final HistoryEvents events;
  private final HistoryYears years;
  private final Directory directory;
  private final Clock clock;

  RatingImport(
      HistoryChecks checks,
      HistoryCycles cycles,
      HistoryRatingRepository ratings,
      HistoryEvents events,
      HistoryYears years,
      Directory directory,
      Clock clock) {
    this.checks = checks;
    this.cycles = cycles;
    this.ratings = ratings;
    this.events = events;
    this.years = years;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<ImportColumn> columns() {
    return HistoryColumns.ALL;
  }

  @Override
  public List<Violation> check(ImportRow row) {
    return HistoryRow.of(row).faults(row.row(), Days.begun(clock.instant()));
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, StagedImport sent) {
    return checks.check(sent);
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, StagedImport sent, List<ImportRow> chunk) {
    Map<Long, HistoryRow> rows = new TreeMap<>();
    chunk.forEach(row -> rows.put(row.row(), HistoryRow.of(row)));
    Set<String> people =
        rows.values().stream()
            .flatMap(
                row ->
                    Stream.concat(Stream.of(row.externalId()), row.reviewerExternalId().stream()))
            .collect(Collectors.toSet());
    return directory
        .byExternalIds(session, people)
        // They are only looked at: no flush needs to look for changes in them.
        .invoke(known -> known.values().forEach(session::detach))
        .chain(
            known ->
                cycles
                    .named(session, rows.values())
                    .chain(named -> record(session, rows, known, named)));
  }

  private Uni<List<RowResult>> record(
      Mutiny.Session session,
      Map<Long, HistoryRow> rows,
      Map<String, Employee> known,
      Map<String, HistoryCycle> named) {
    Set<UUID> rated =
        rows.values().stream()
            .map(row -> known.get(row.externalId()))
            .flatMap(Stream::ofNullable)
            .map(Employee::id)
            .collect(Collectors.toSet());
    List<UUID> cycleIds = named.values().stream().map(HistoryCycle::id).toList();
    return ratings
        .of(session, cycleIds, rated)
        .chain(
            recorded ->
                directory
                    .linesAbove(session, rated)
                    .chain(
                        lines -> {
                          HistoryChunk chunk =
                              new HistoryChunk(known, named, lines, recorded, clock.instant());
                          rows.forEach(chunk::take);
                          return session
                              .persistAll(chunk.newcomers().toArray())
                              .chain(session::flush)
                              .chain(() -> events.recorded(session, chunk.told()))
                              .chain(() -> years.ended(session, chunk.told()))
                              .replaceWith(chunk::results);
                        }));
  }
}
