package org.evenhand.kit.web.openapi;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Extensible;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What authors note at a method for our filters alone. An {@code @Extension} beside a body or
 * several answers is read as one of theirs, where a generator would stumble over it.
 */
public final class OperationNotes {

  private OperationNotes() {}

  /** Empty without such a note. */
  public static String read(Operation operation, String name) {
    return places(operation)
        .filter(place -> place.getExtensions() != null)
        .map(place -> place.getExtensions().get(name))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** Takes a note out of the document, once what follows from it stands there. */
  public static void drop(Operation operation, String name) {
    places(operation).forEach(place -> place.removeExtension(name));
  }

  private static Stream<Extensible<?>> places(Operation operation) {
    APIResponses answers = operation.getResponses();
    Stream<Extensible<?>> within = Stream.of(operation, operation.getRequestBody(), answers);
    return (answers == null
            ? within
            : Stream.concat(within, answers.getAPIResponses().values().stream()))
        .filter(Objects::nonNull);
  }
}
