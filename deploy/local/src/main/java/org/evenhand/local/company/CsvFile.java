package org.evenhand.local.company;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenhand.local.process.Trouble;

/** CSV with a header row (RFC 4180, UTF-8): rows as maps from column to cell. */
public final class CsvFile {
  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
          .disable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();
  private static final ObjectReader READER =
      MAPPER.readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());

  private CsvFile() {}

  public static List<CsvRow> read(Path file) {
    try (MappingIterator<Map<String, String>> rows =
        READER.readValues(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      return rows.readAll().stream().map(CsvRow::new).toList();
    } catch (IOException e) {
      throw new Trouble(file + " can't be read as CSV: " + e.getMessage(), e);
    }
  }

  /** The rows as CSV, in the given order of columns; a cell that is missing is empty. */
  public static String write(List<String> columns, List<Map<String, String>> rows) {
    CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
    columns.forEach(schema::addColumn);
    try {
      return MAPPER.writer(schema.build()).writeValueAsString(rows);
    } catch (IOException e) {
      throw new Trouble("CSV can't be written: " + e.getMessage(), e);
    }
  }
}
