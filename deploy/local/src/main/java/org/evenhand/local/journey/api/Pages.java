package org.evenhand.local.journey.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a page says of those after it. */
public final class Pages {
  private Pages() {}

  /** The cursor of the next page; empty on the last one, and when no page was given. */
  public static Optional<String> next(Answer page) {
    if (page.status() != 200) {
      return Optional.empty();
    }
    JsonNode next = page.json().path("next");
    return next.isTextual() ? Optional.of(next.asText()) : Optional.empty();
  }

  /** Opaque is not secret: what a cursor says to a reader who decodes it. */
  public static String takenApart(String cursor) {
    return Arrays.stream(cursor.split("\\.", -1))
        .map(part -> new String(Base64.getUrlDecoder().decode(part), UTF_8))
        .collect(Collectors.joining(" "));
  }
}
