package org.evenhand.attack.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status 0 when nothing did
 * @param headers by their names in small letters; the last of several
 * @param failure why nothing came, or empty
 */
public record WireAnswer(
    int status, Map<String, String> headers, String body, Duration took, String failure) {

  static WireAnswer none(String failure, Instant begun) {
    return new WireAnswer(0, Map.of(), "", Duration.between(begun, Instant.now()), failure);
  }

  /** A header, or an empty text. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  public boolean isProblem() {
    return header("content-type").startsWith("application/problem+json");
  }

  /** Status line and headers. */
  record Head(int status, Map<String, String> headers) {

    static @Nullable Head read(InputStream in) throws IOException {
      String start = line(in);
      if (start == null) {
        return null;
      }
      String[] words = start.split(" ", 3);
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
      int status = words.length < 2 ? 0 : Integer.parseInt(words[1]);
      return status == 100 ? read(in) : new Head(status, headers);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    boolean hasNoBody() {
      return status == 204 || status == 304;
    }
  }

  static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
      }
      line.write(b);
    }
    return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
  }
}
