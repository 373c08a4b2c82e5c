package org.evenhand.kit.web.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.stream.Collectors;

/** Where in a JSON document something stands, as RFC 6901 writes it. */
public final class JsonPointer {

  private JsonPointer() {}

  static String of(List<JsonMappingException.Reference> path) {
    return path.stream().map(JsonPointer::token).collect(Collectors.joining());
  }

  /** One step: a field name or an index, escaped and with its leading slash. */
  public static String token(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static String token(JsonMappingException.Reference step) {
    String field = step.getFieldName();
    return field == null ? "/" + step.getIndex() : token(field);
  }
}
