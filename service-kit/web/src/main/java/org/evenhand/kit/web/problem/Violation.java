package org.evenhand.kit.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, and where: in the body (a JSON pointer, RFC 6901), in a parameter or
 * header, or in a cell of an import (row 1 is the first row of data).
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
    ViolationCode code,
    String detail,
    @Nullable String pointer,
    @Nullable String parameter,
    @Nullable Long row,
    @Nullable String column) {}
