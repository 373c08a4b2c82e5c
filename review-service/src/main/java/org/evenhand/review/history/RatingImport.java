package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.ImportHandler;
import org.evenhand.kit.data.ImportRow;
import org.evenhand.kit.data.RowResult;
import org.evenhand.kit.web.Violation;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.Employee;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in the ratings of past cycles, one row each. */
@ApplicationScoped
class RatingImport implements ImportHandler {

  static final String KIND = "rating";

  private final HistoryChecks checks;
  private final HistoryCycles cycles;
  private final HistoryRatingRepository ratings;
  private final HistoryEvents events;
  private final Directory directory;
  private final Clock clock;

  RatingImport(
      HistoryChecks checks,
      HistoryCycles cycles,
      HistoryRatingRepository ratings,
      HistoryEvents events,
      Directory directory,
      Clock clock) {
    this.checks = checks;
    this.cycles = cycles;
    this.ratings = ratings;
    this.events = events;
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<String> columns() {
    return HistoryRowReader.COLUMNS;
  }

  @Override
  public Set<String> requiredColumns() {
    return HistoryRowReader.REQUIRED;
  }

  @Override
  public Uni<Void> prepare(Mutiny.Session session, UUID importId) {
    return checks.check(session, importId);
  }

  @Override
  public Uni<List<RowResult>> apply(
      Mutiny.Session session, UUID importId, List<ImportRow> chunk, boolean dryRun) {
    Map<Long, HistoryRow> rows = new TreeMap<>();
    List<RowResult> unreadable = new ArrayList<>();
    LocalDate today = LocalDate.now(clock);
    for (ImportRow sent : chunk) {
      HistoryRowReader.Read read = HistoryRowReader.read(sent.row(), sent.values(), today);
      read.row().ifPresent(row -> rows.put(sent.row(), row));
      if (read.row().isEmpty()) {
        unreadable.add(RowResult.refused(sent.row(), read.violations().toArray(Violation[]::new)));
      }
    }
    return take(session, rows)
        .map(taken -> Stream.concat(unreadable.stream(), taken.stream()).toList());
  }

  private Uni<List<RowResult>> take(Mutiny.Session session, Map<Long, HistoryRow> rows) {
    Set<String> people =
        rows.values().stream()
            .flatMap(
                row ->
                    Stream.concat(Stream.of(row.externalId()), row.reviewerExternalId().stream()))
            .collect(Collectors.toSet());
    return directory
        .byExternalIds(session, people)
        .chain(
            known -> {
              Map<Long, HistoryRow> placeable = new TreeMap<>(rows);
              List<RowResult> refused = HistoryPlaces.refuse(placeable, known);
              return cycles
                  .named(session, placeable.values())
                  .chain(named -> record(session, placeable, known, named))
                  .map(taken -> Stream.concat(refused.stream(), taken.stream()).toList());
            });
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
                              .replaceWith(chunk::results);
                        }));
  }
}
