package org.evenhand.kit.web.paging;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.time.Rfc3339;

/**
 * Where the next page begins: the sort key of the last item. Opaque to clients, but not secret:
 * only ids, times and numbers belong in it.
 */
public record Cursor(List<String> parts) {

  private static final int LONGEST = 1024;

  public Cursor {
    parts = List.copyOf(parts);
  }

  public static Cursor of(Object... parts) {
    return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
  }

  public String encode() {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return parts.stream()
        .map(part -> base64.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
        .collect(Collectors.joining("."));
  }

  /**
   * @throws Problem INVALID_PARAMETER when it isn't one of ours
   */
  public static Cursor decode(String cursor) {
    if (cursor.length() > LONGEST) {
      throw malformed();
    }
    try {
      return new Cursor(
          Arrays.stream(cursor.split("\\.", -1))
              .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
              .toList());
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  public UUID uuid(int i) {
    String text = text(i);
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
    // "1-1-1-1-1" parses, but no id of ours looks like that
    throw malformed();
  }

  public Instant instant(int i) {
    try {
      return Rfc3339.instant(text(i));
    } catch (DateTimeException e) {
      throw malformed();
    }
  }

  public LocalDate day(int i) {
    try {
      return Rfc3339.date(text(i));
    } catch (DateTimeException e) {
      throw malformed();
    }
  }

  public long longAt(int i) {
    try {
      return Long.parseLong(text(i));
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  /** One of those, as it says itself. */
  public <E extends Enum<E>> E constant(int i, Class<E> type) {
    String text = text(i);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.toString().equals(text))
        .findFirst()
        .orElseThrow(Cursor::malformed);
  }

  public String text(int i) {
    if (i >= parts.size() || parts.get(i).indexOf('\0') >= 0) {
      throw malformed();
    }
    return parts.get(i);
  }

  private static Problem malformed() {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "The cursor is not one that a page gave.")
        .with(MALFORMED.parameter("cursor", "is not a cursor of this list"));
  }
}
