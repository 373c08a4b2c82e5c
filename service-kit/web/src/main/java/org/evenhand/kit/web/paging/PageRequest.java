package org.evenhand.kit.web.paging;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which page a client wants; taken as a {@code @BeanParam}. */
public class PageRequest {

  public static final int DEFAULT_LIMIT = 50;
  public static final int GREATEST_LIMIT = 200;

  @QueryParam("limit")
  @Parameter(
      description = "How many items at most",
      schema =
          @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
  public @Nullable Limit limit;

  @QueryParam("cursor")
  @Parameter(
      description = "Where to go on: `next` of the page before",
      schema = @Schema(type = SchemaType.STRING, maxLength = 1024))
  public @Nullable Cursor cursor;

  /** Types of their own, so that what is malformed is refused before anything is looked up. */
  public record Limit(int items) {

    /**
     * @throws Problem INVALID_PARAMETER
     */
    public static Limit parse(String text) {
      try {
        int asked = Integer.parseInt(text);
        if (asked >= 1 && asked <= GREATEST_LIMIT) {
          return new Limit(asked);
        }
      } catch (NumberFormatException e) {
        throw invalidLimit();
      }
      throw invalidLimit();
    }
  }

  /** 1 to 200; 50 when the client does not say. */
  public int limit() {
    return limit == null ? DEFAULT_LIMIT : limit.items();
  }

  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor);
  }

  private static Problem invalidLimit() {
    return Problem.of(CommonProblem.INVALID_PARAMETER, "The limit is not valid.")
        .with(RANGE.parameter("limit", "must be a whole number from 1 to " + GREATEST_LIMIT));
  }
}
