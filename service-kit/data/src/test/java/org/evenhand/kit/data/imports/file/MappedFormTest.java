package org.evenhand.kit.data.imports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.imports.ColumnTable;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.problem.ViolationCode;
import org.junit.jupiter.api.Test;

class MappedFormTest {

  private static final Mapping MAPPING =
      new Mapping(
          Mapping.Separator.SEMICOLON,
          "d.M.yyyy",
          List.of(
              part("key", "Personnel no.", null, Map.of()),
              part("colour", "Farbe", null, table("rot", "RED", "grün", "GREEN", "-", "")),
              part("size", null, "7", Map.of()),
              part("born", "geboren", null, Map.of()),
              part("note", "Farbe", "none", Map.of())));

  private enum Colour {
    RED,
    GREEN
  }

  @Test
  void takesEachColumnFromItsSource() throws IOException {
    StagedRow row = only("Personnel no.;other;Farbe;geboren\nE-1;\"a;b\";gru\u0308n;1.2.1980\n");

    assertEquals(List.of(), row.errors());
    assertEquals(
        Map.of("key", "E-1", "colour", "GREEN", "size", "7", "born", "1980-02-01", "note", "grün"),
        row.values());
  }

  @Test
  void aConstantFillsWhatIsBlank() throws IOException {
    StagedRow row = only("Personnel no.;Farbe;geboren\nE-1; ;\n");

    assertEquals(Map.of("key", "E-1", "size", "7", "note", "none"), row.values());
  }

  @Test
  void aTextCanStandForABlankCell() throws IOException {
    StagedRow row = only("Personnel no.;Farbe;geboren\nE-1;-;\n");

    assertEquals(Map.of("key", "E-1", "size", "7", "note", "-"), row.values());
  }

  @Test
  void refusesARowWhoseTextHasNoEntryNamingThoseThatHave() throws IOException {
    StagedRow row = only("Personnel no.;Farbe;geboren\nE-1;blau;\n");

    Violation error = row.errors().get(0);
    assertEquals(ViolationCode.NOT_ONE_OF, error.code());
    assertEquals("colour", error.column());
    assertEquals(
        "comes from Farbe, which holds blau; the mapping knows rot, grün, -", error.detail());
  }

  @Test
  void refusesADayInAnotherForm() throws IOException {
    Violation error = only("Personnel no.;Farbe;geboren\nE-1;rot;31.2.1980\n").errors().get(0);

    assertEquals("born", error.column());
    assertEquals("comes from geboren, which is not a date like 22.11.2026", error.detail());
  }

  @Test
  void needsEverySourceOnce() {
    Problem problem =
        assertThrows(Problem.class, () -> only("Personnel no.;geboren;geboren\nE-1;;\n"));

    assertEquals(
        List.of("Farbe REQUIRED", "geboren DUPLICATE"),
        problem.violations().stream().map(each -> each.column() + " " + each.code()).toList());
  }

  @Test
  void readsTheFieldsOfNdjsonByTheSameNames() throws IOException {
    StagedRow row =
        Format.NDJSON
            .open(
                new StringReader("{\"Personnel no.\":\"E-1\",\"x\":{},\"Farbe\":\"rot\"}"),
                new MappedForm(columns(), MAPPING))
            .next();

    assertEquals(Map.of("key", "E-1", "colour", "RED", "size", "7", "note", "rot"), row.values());
  }

  @Test
  void tellsWhatIsWrongWithAMapping() {
    Mapping wrong =
        new Mapping(
            Mapping.Separator.COMMA,
            null,
            List.of(
                part("colour", "c", "BLUE", table("a/b", "PINK", "d", "RED")),
                part("colour", null, "RED", Map.of()),
                part("weight", "w", null, Map.of()),
                part("size", null, null, table("x", "1"))));

    List<String> faults =
        MappingRules.faults(wrong, columns().all()).stream()
            .map(fault -> fault.pointer() + " " + fault.code())
            .toList();

    assertEquals(
        List.of(
            "/columns/0/constant MALFORMED",
            "/columns/0/values/a~1b MALFORMED",
            "/columns/1/column DUPLICATE",
            "/columns/2/column UNKNOWN",
            "/columns/3 REQUIRED",
            "/columns/3/source REQUIRED",
            "/columns REQUIRED"),
        faults);
    assertThrows(Problem.class, () -> new MappedForm(columns(), wrong));
  }

  @Test
  void knowsTheUsualFormsOfADay() {
    for (String format :
        List.of("MM/dd/yyyy", "yyyy-MM-dd", "ddMMyyyy", "dd MMM yyyy", "d.M.yyyy")) {
      assertTrue(format.matches(MappedDates.FORMAT), format);
      MappedDates dates = new MappedDates(format);
      assertEquals("2026-11-22", dates.read(dates.example()).orElseThrow(), format);
    }
    for (String format : List.of("yy-MM-dd", "dMyyyy", "yyyy-MM", "MM/dd/yyyy HH")) {
      assertTrue(!format.matches(MappedDates.FORMAT), format);
    }
  }

  @Test
  void theTableOfColumnsSaysHowTheyAreRead() {
    String table = ColumnTable.markdown(columns().all());

    assertTrue(
        table.contains(
            "| `key` | yes | a key, at most 20 characters, each of them visible | refused |"),
        table);
    assertTrue(table.contains("| `colour` | no | one of RED, GREEN | nothing is said |"), table);
  }

  private static StagedRow only(String csv) throws IOException {
    List<StagedRow> rows = new ArrayList<>();
    RowSource source = Format.CSV.open(new StringReader(csv), new MappedForm(columns(), MAPPING));
    for (StagedRow row = source.next(); row != null; row = source.next()) {
      rows.add(row);
    }
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  private static Mapping.Part part(
      String column, String source, String constant, Map<String, String> values) {
    return new Mapping.Part(column, source, constant, values);
  }

  private static Map<String, String> table(String... pairs) {
    Map<String, String> table = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      table.put(pairs[i], pairs[i + 1]);
    }
    return table;
  }

  private static Columns columns() {
    return new Columns(
        List.of(
            ImportColumn.key("key", 20).required(),
            ImportColumn.oneOf("colour", Colour.class),
            ImportColumn.number("size", 1, 9),
            ImportColumn.date("born"),
            ImportColumn.text("note", 100)),
        row -> List.of(),
        4_000);
  }
}
