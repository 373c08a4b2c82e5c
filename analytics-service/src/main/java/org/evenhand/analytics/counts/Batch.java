package org.evenhand.analytics.counts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Rows on their way into one statement: a JSON array for {@code jsonb_to_recordset}. */
public final class Batch {

  private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

  private Batch() {}

  public static String of(List<?> rows) {
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Rows that are records of plain values", e);
    }
  }
}
