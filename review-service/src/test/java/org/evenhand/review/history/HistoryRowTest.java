package org.evenhand.review.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.kit.data.imports.file.ImportRow;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.rating.Scale;
import org.junit.jupiter.api.Test;

class HistoryRowTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void takesTheHighestLevelAloneForFavourableWhereNothingElseIsTold() {
    HistoryRow row = HistoryRow.of(new ImportRow(1, cells(Map.of())));

    assertEquals(new Scale(3, 3), row.scale());
    assertEquals(2, row.ordinal());
  }

  @Test
  void refusesAnOrdinalOutsideItsScale() {
    assertEquals(List.of("ordinal"), wrong(Map.of("ordinal", "4")));
    assertEquals(List.of("ordinal"), wrong(Map.of("ordinal", "0")));
    assertEquals(List.of("ordinal"), wrong(Map.of("ordinal", "2.5")));
  }

  @Test
  void refusesAFavourableLevelOutsideItsScale() {
    assertEquals(List.of("favourableFrom"), wrong(Map.of("favourableFrom", "4")));
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBeginsOrIsNotOver() {
    assertEquals(List.of("periodEnd"), wrong(Map.of("periodEnd", "2013-03-31")));
    assertEquals(List.of("periodEnd"), wrong(Map.of("periodEnd", "2027-03-31")));
  }

  @Test
  void readsANumberInPlainDigitsAlone() {
    for (String ordinal : List.of("+2", "02", "٢", "２", "2 ", "2.0", "-2", "2e0", "0x2")) {
      assertEquals(List.of("ordinal"), wrong(Map.of("ordinal", ordinal)), ordinal);
      assertEquals(List.of("scaleSize"), wrong(Map.of("scaleSize", ordinal)), ordinal);
      assertEquals(List.of("favourableFrom"), wrong(Map.of("favourableFrom", ordinal)), ordinal);
    }
  }

  @Test
  void refusesAScaleOfOneLevel() {
    assertTrue(wrong(Map.of("scaleSize", "1")).contains("scaleSize"));
  }

  private static List<String> wrong(Map<String, String> otherwise) {
    ImportRow row = new ImportRow(1, cells(otherwise));
    List<String> unreadable =
        HistoryColumns.ALL.stream()
            .filter(column -> row.text(column.name()).flatMap(column::fault).isPresent())
            .map(ImportColumn::name)
            .toList();
    return unreadable.isEmpty()
        ? HistoryRow.of(row).faults(1, TODAY).stream().map(Violation::column).toList()
        : unreadable;
  }

  private static Map<String, String> cells(Map<String, String> otherwise) {
    Map<String, String> cells = new HashMap<>();
    cells.put("externalId", "E1");
    cells.put("cycle", "2013-14");
    cells.put("periodStart", "2013-04-01");
    cells.put("periodEnd", "2014-03-31");
    cells.put("ordinal", "2");
    cells.put("label", "Met");
    cells.put("scaleSize", "3");
    cells.putAll(otherwise);
    return cells;
  }
}
