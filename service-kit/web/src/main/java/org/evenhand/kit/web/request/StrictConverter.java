package org.evenhand.kit.web.request;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads one parameter.
 *
 * @param name of the query parameter or header; null for a segment of the path
 */
record StrictConverter(ParameterType type, @Nullable String name)
    implements ParamConverter<Object> {

  @Override
  public @Nullable Object fromString(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return type.read(text);
    } catch (IllegalArgumentException e) {
      if (name == null) {
        throw new NotFoundException();
      }
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "The parameter " + name + " is not valid.")
          .with(type.code().parameter(name, "must be " + type.expected()));
    }
  }

  @Override
  public String toString(Object value) {
    return value.toString();
  }
}
