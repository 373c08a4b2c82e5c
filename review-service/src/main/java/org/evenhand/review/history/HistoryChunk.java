package org.evenhand.review.history;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.evenhand.kit.data.imports.RowResult;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.review.directory.people.Assignment;
import org.evenhand.review.directory.people.Employee;
import org.evenhand.review.history.HistoryRating.About;
import org.evenhand.review.history.HistoryRating.Said;
import org.jspecify.annotations.Nullable;

/** The rows of one transaction, all of them about people and cycles that are known. */
final class HistoryChunk {

  private record Key(UUID cycle, UUID employee, String assignment) {

    static Key of(About about) {
      return new Key(about.cycleId(), about.employeeId(), about.assignmentId());
    }
  }

  private final Map<String, Employee> known;
  private final Map<String, HistoryCycle> cycles;
  private final Map<UUID, List<UUID>> lines;
  private final Map<Key, HistoryRating> recorded = new HashMap<>();
  private final Instant now;
  private final List<HistoryRating> newcomers = new ArrayList<>();
  private final List<HistoryEvents.Told> told = new ArrayList<>();
  private final List<RowResult> results = new ArrayList<>();

  HistoryChunk(
      Map<String, Employee> known,
      Map<String, HistoryCycle> cycles,
      Map<UUID, List<UUID>> lines,
      List<HistoryRating> recorded,
      Instant now) {
    this.known = known;
    this.cycles = cycles;
    this.lines = lines;
    this.now = now;
    recorded.forEach(rating -> this.recorded.put(Key.of(rating.about()), rating));
  }

  void take(long number, HistoryRow row) {
    HistoryCycle cycle = cycles.get(row.cycle());
    if (cycle == null || !cycle.scale().equals(row.scale())) {
      // Somebody opened or rated the cycle while this file was checked.
      results.add(
          RowResult.refused(
              number,
              INCONSISTENT.cell(
                  number, HistoryColumns.CYCLE, "was stated otherwise meanwhile: send it again")));
      return;
    }
    Employee employee = present(known.get(row.externalId()));
    Assignment assignment = rated(employee, row);
    About about =
        new About(
            cycle.id(),
            employee.id(),
            assignment.assignmentId(),
            assignment.position(),
            lines.getOrDefault(employee.id(), List.of()));
    Said said =
        new Said(
            row.periodStart(),
            row.periodEnd(),
            row.ordinal(),
            row.label(),
            row.reviewerExternalId().map(id -> present(known.get(id)).id()));
    HistoryRating rating = recorded.get(Key.of(about));
    if (rating == null) {
      record(number, cycle, about, said);
    } else {
      correct(number, cycle, rating, said);
    }
  }

  /** An ended one too: the past is what this is about. */
  private static Assignment rated(Employee employee, HistoryRow row) {
    return row.assignmentId().isEmpty()
        ? employee.main()
        : employee.assignments().stream()
            .filter(each -> each.assignmentId().equals(row.assignmentId().get()))
            .findFirst()
            .orElseThrow();
  }

  private void record(long number, HistoryCycle cycle, About about, Said said) {
    HistoryRating rating = new HistoryRating(Ids.next(), about, said, now);
    recorded.put(Key.of(about), rating);
    newcomers.add(rating);
    told.add(new HistoryEvents.Told(rating, cycle, OptionalInt.empty()));
    results.add(RowResult.created(number, rating.id().toString()));
  }

  private void correct(long number, HistoryCycle cycle, HistoryRating rating, Said said) {
    int before = rating.said().ordinal();
    String id = rating.id().toString();
    if (rating.correct(said, now)) {
      told.add(new HistoryEvents.Told(rating, cycle, OptionalInt.of(before)));
      results.add(RowResult.changed(number, id));
    } else {
      results.add(RowResult.unchanged(number, id));
    }
  }

  List<HistoryRating> newcomers() {
    return newcomers;
  }

  List<HistoryEvents.Told> told() {
    return told;
  }

  List<RowResult> results() {
    return results;
  }

  private static <T> T present(@Nullable T found) {
    return Optional.ofNullable(found).orElseThrow();
  }
}
