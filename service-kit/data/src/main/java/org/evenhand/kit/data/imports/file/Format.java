package org.evenhand.kit.data.imports.file;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Set;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The two forms of a file, told apart by the Content-Type. */
public enum Format {
  CSV(Set.of("text/csv")),
  NDJSON(Set.of("application/x-ndjson", "application/ndjson", "application/jsonl"));

  private final Set<String> mediaTypes;

  Format(Set<String> mediaTypes) {
    this.mediaTypes = mediaTypes;
  }

  public static Format of(@Nullable String contentType) {
    MediaType media = parse(contentType);
    String name = (media.getType() + "/" + media.getSubtype()).toLowerCase(Locale.ROOT);
    String charset = media.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
    if (!charset.equalsIgnoreCase("utf-8")) {
      throw Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "A file must be in UTF-8");
    }
    for (Format format : values()) {
      if (format.mediaTypes.contains(name)) {
        return format;
      }
    }
    throw unsupported();
  }

  public RowSource open(Reader text, RowForm form) throws IOException {
    return this == CSV ? new CsvRows(text, form) : new NdjsonRows(text, form);
  }

  private static MediaType parse(@Nullable String contentType) {
    try {
      return contentType == null ? MediaType.WILDCARD_TYPE : MediaType.valueOf(contentType);
    } catch (IllegalArgumentException e) {
      throw unsupported();
    }
  }

  private static Problem unsupported() {
    return Problem.of(
        CommonProblem.UNSUPPORTED_MEDIA_TYPE,
        "An import is text/csv or application/x-ndjson, in UTF-8");
  }
}
