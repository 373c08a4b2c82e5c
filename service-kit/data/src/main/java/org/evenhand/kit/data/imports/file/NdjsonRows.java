package org.evenhand.kit.data.imports.file;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;
import static org.evenhand.kit.web.problem.ViolationCode.UNKNOWN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.web.problem.Violation;
import org.jspecify.annotations.Nullable;

/** One flat JSON object per line. A line that is none is refused, the rest is read. */
final class NdjsonRows implements RowSource {

  private static final int LONGEST_LINE = 1_000_000;
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Reader text;
  private final RowForm form;
  private long row;
  private boolean tooLong;

  NdjsonRows(Reader text, RowForm form) {
    this.text = new BufferedReader(text);
    this.form = form;
  }

  @Override
  public @Nullable StagedRow next() throws IOException {
    String line = line();
    while (line != null && line.isBlank() && !tooLong) {
      line = line();
    }
    if (line == null) {
      return null;
    }
    row++;
    if (tooLong) {
      return refused("is longer than " + LONGEST_LINE + " characters");
    }
    try {
      JsonNode node = STRICT.readTree(line);
      return node != null && node.isObject() ? read(node) : refused("is not a JSON object");
    } catch (JsonProcessingException e) {
      return refused("is not valid JSON, or names a field twice");
    }
  }

  private StagedRow read(JsonNode object) {
    Map<String, String> values = new HashMap<>();
    List<Violation> errors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      JsonNode value = field.getValue();
      List<ImportColumn> columns = form.filledBy(field.getKey());
      if (columns.isEmpty()) {
        if (!form.passesOver()) {
          errors.add(UNKNOWN.cell(row, Columns.quoted(field.getKey()), "is unknown"));
        }
      } else if (value.isTextual() || numeric(columns) && value.isIntegralNumber()) {
        form.cell(row, field.getKey(), value.asText(), values, errors);
      } else if (!value.isNull()) {
        columns.forEach(column -> errors.add(MALFORMED.cell(row, column.name(), wanted(column))));
      }
    }
    return form.complete(row, values, errors);
  }

  private static boolean numeric(List<ImportColumn> columns) {
    return columns.stream().allMatch(ImportColumn::isNumeric);
  }

  private StagedRow refused(String detail) {
    return new StagedRow(row, Map.of(), List.of(MALFORMED.cell(row, null, detail)));
  }

  /** A line in bounded memory: what is over the bound is read and dropped. */
  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    tooLong = false;
    int c = text.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n') {
      if (line.length() < LONGEST_LINE) {
        line.append((char) c);
      } else {
        tooLong = true;
      }
      c = text.read();
    }
    return line.toString();
  }

  /** What a number or a boolean would be as a text is anybody's guess: 1.2E+5, or 120000. */
  private static String wanted(ImportColumn column) {
    return column.isNumeric()
        ? "must be a whole number, such as 3 or \"3\""
        : "must be a JSON string, in quotes";
  }
}
