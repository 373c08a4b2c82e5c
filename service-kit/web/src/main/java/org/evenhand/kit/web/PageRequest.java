package org.evenhand.kit.web;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page a client wants; taken as a {@code @BeanParam}. */
public class PageRequest {

  public static final int DEFAULT_LIMIT = 50;
  public static final int GREATEST_LIMIT = 200;

  // Text, not int: JAX-RS would answer 404 to "abc", and nobody would know why.
  @QueryParam("limit")
  @Parameter(
      description = "How many items at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  public @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(
      description = "Where to go on: `next` of the page before",
      schema = @Schema(type = SchemaType.STRING, maxLength = 1024))
  public @Nullable String cursor;

  public PageRequest() {}

  public PageRequest(@Nullable String limit, @Nullable String cursor) {
    this.limit = limit;
    this.cursor = cursor;
  }

  /** 1 to 200; 50 when the client does not say. */
  public int limit() {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int asked = Integer.parseInt(limit);
      if (asked >= 1 && asked <= GREATEST_LIMIT) {
        return asked;
      }
    } catch (NumberFormatException e) {
      throw invalidLimit();
    }
    throw invalidLimit();
  }

  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor).filter(text -> !text.isEmpty()).map(Cursor::decode);
  }

  private static Problem invalidLimit() {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "The limit is not valid.")
        .with(Violation.parameter("limit", "must be a whole number from 1 to " + GREATEST_LIMIT));
  }
}
