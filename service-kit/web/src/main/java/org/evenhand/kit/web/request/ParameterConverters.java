package org.evenhand.kit.web.request;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters strictly. JAX-RS answers 404 to a malformed query parameter and takes {@code
 * dryRun=yes} for false; here both are a 400 that names the parameter. A malformed path segment
 * names nothing that exists, so it stays a 404.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked") // the reader was chosen by this very type
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    if (type == String.class) {
      return (ParamConverter<T>) TextConverter.INSTANCE;
    }
    Optional<ParameterType> known = ParameterType.of(type);
    if (known.isEmpty()) {
      return null;
    }
    if (has(annotations, PathParam.class)) {
      return (ParamConverter<T>) new StrictConverter(known.get(), null);
    }
    return name(annotations)
        .map(name -> (ParamConverter<T>) new StrictConverter(known.get(), name))
        .orElse(null);
  }

  private static Optional<String> name(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .map(
            annotation ->
                annotation instanceof QueryParam query
                    ? query.value()
                    : annotation instanceof HeaderParam header ? header.value() : "")
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  private static boolean has(Annotation[] annotations, Class<? extends Annotation> type) {
    return Arrays.stream(annotations).anyMatch(type::isInstance);
  }
}
