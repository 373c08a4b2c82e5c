package org.evenhand.kit.data.imports.file;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 with a header row. A row with too few or too many cells is refused, the rest is read. A
 * row of blank cells alone, which spreadsheets leave at the end, is none.
 */
final class CsvRows implements RowSource {

  /** Where a quote was never closed, the rest of the file is one cell: that must end somewhere. */
  private static final int READ_AT_MOST = 1_000_000;

  private static final int MOST_COLUMNS = 500;
  private static final CsvFactory CSV =
      CsvFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(READ_AT_MOST).build())
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          // The rest of the body is read after the last row, for its hash.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final CsvParser parser;
  private final RowForm form;
  private final List<String> header;
  private long row;
  private boolean holdsAny;

  CsvRows(Reader text, RowForm form) throws IOException {
    this.parser = CSV.createParser(text);
    this.form = form;
    parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(form.separator()));
    List<String> names = cells(MOST_COLUMNS);
    if (names == null) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file is empty; it needs a header row");
    }
    this.header = names.stream().map(Texts::normal).toList();
    form.checkHeader(header);
  }

  @Override
  public @Nullable StagedRow next() throws IOException {
    List<String> cells = cells(header.size());
    while (cells != null && !holdsAny) {
      cells = cells(header.size());
    }
    if (cells == null) {
      return null;
    }
    row++;
    List<Violation> errors = new ArrayList<>();
    if (cells.size() != header.size()) {
      String count = cells.size() > header.size() ? "more" : "fewer";
      errors.add(MALFORMED.cell(row, null, "has " + count + " cells than the header"));
      return new StagedRow(row, Map.of(), errors);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      form.cell(row, header.get(i), cells.get(i), values, errors);
    }
    return form.complete(row, values, errors);
  }

  /** One row; of surplus cells only the first is kept. Null at the end of the file. */
  private @Nullable List<String> cells(int most) throws IOException {
    try {
      if (parser.nextToken() == null) {
        return null;
      }
      List<String> cells = new ArrayList<>(Math.min(most, 32));
      holdsAny = false;
      for (JsonToken token = parser.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        String cell = parser.getText();
        holdsAny |= !cell.isBlank();
        if (cells.size() <= most) {
          cells.add(cell);
        }
      }
      return cells;
    } catch (JsonProcessingException e) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "The file is not valid CSV")
          .with(
              MALFORMED.cell(
                  row + 1,
                  null,
                  "a quote is not closed, stands in the middle, or a cell is endless"));
    }
  }
}
