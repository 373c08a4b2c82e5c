package org.evenhand.kit.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, and where: in the body (a JSON pointer, RFC 6901), in a parameter or
 * header, or in a cell of an import (row 1 is the first row of data).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
    String detail,
    @Nullable String pointer,
    @Nullable String parameter,
    @Nullable Long row,
    @Nullable String column) {

  public static Violation at(String pointer, String detail) {
    return new Violation(detail, pointer, null, null, null);
  }

  public static Violation parameter(String name, String detail) {
    return new Violation(detail, null, name, null, null);
  }

  public static Violation cell(long row, @Nullable String column, String detail) {
    return new Violation(detail, null, null, row, column);
  }
}
