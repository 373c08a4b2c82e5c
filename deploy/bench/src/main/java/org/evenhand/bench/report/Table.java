package org.evenhand.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in columns as wide as their widest cell. */
public record Table(List<Row> rows) {
  private static final List<String> HEAD =
      List.of("work", "measured", "beside", "measured", "ratio", "target", "reached");

  public String text() {
    List<List<String>> lines = new ArrayList<>(List.of(HEAD));
    rows.forEach(row -> lines.add(cells(row)));
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder written = new StringBuilder(" ");
      for (int column = 0; column < HEAD.size(); column++) {
        written.append(' ').append(padded(line.get(column), width(lines, column))).append(' ');
      }
      text.append(written.toString().stripTrailing()).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static List<String> cells(Row row) {
    @Nullable Target target = row.target();
    return List.of(
        row.work(),
        row.ours(),
        row.beside(),
        row.theirs(),
        target == null || !target.unit().isEmpty() ? "" : Target.number(row.measured()),
        target == null ? "" : target.text(),
        target == null ? "" : target.reached(row.measured()) ? "yes" : "no");
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
