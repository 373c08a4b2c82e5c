package org.evenhand.kit.web.openapi;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The schemas of a document: components, and those within others and at parameters and bodies. */
final class DocumentSchemas {

  private static final String COMPONENTS = "#/components/schemas/";

  private final OpenAPI api;
  private final Map<String, Schema> components;

  DocumentSchemas(OpenAPI api) {
    this.api = api;
    Map<String, Schema> named = api.getComponents().getSchemas();
    components = named == null ? Map.of() : named;
  }

  /** The names of the components of which a request's body consists, by however many steps. */
  Set<String> sent() {
    Set<String> names = new HashSet<>();
    walk(ofOperations(DocumentSchemas::body), names, schema -> {});
    return names;
  }

  /** Every schema, once. */
  void forEach(Consumer<Schema> action) {
    Set<String> names = new HashSet<>();
    Stream<Schema> answers =
        ofOperations(
            operation ->
                operation.getResponses() == null
                    ? Stream.of()
                    : operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(answer -> schemas(answer.getContent())));
    Stream<Schema> parameters =
        ofOperations(
            operation ->
                all(operation.getParameters()).stream()
                    .map(Parameter::getSchema)
                    .filter(Objects::nonNull));
    walk(
        Stream.of(parameters, ofOperations(DocumentSchemas::body), answers)
            .flatMap(Function.identity()),
        names,
        action);
  }

  private Stream<Schema> ofOperations(Function<Operation, Stream<Schema>> schemas) {
    return api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .flatMap(schemas);
  }

  private static Stream<Schema> body(Operation operation) {
    return operation.getRequestBody() == null
        ? Stream.of()
        : schemas(operation.getRequestBody().getContent());
  }

  private static Stream<Schema> schemas(@Nullable Content content) {
    return content == null
        ? Stream.of()
        : content.getMediaTypes().values().stream()
            .map(MediaType::getSchema)
            .filter(Objects::nonNull);
  }

  private void walk(Stream<Schema> from, Set<String> names, Consumer<Schema> action) {
    Deque<Schema> open = new ArrayDeque<>(from.toList());
    while (!open.isEmpty()) {
      Schema schema = open.pop();
      String ref = schema.getRef();
      if (ref == null) {
        action.accept(schema);
        parts(schema).forEach(open::push);
      } else if (names.add(ref.substring(COMPONENTS.length()))) {
        Optional.ofNullable(components.get(ref.substring(COMPONENTS.length())))
            .ifPresent(open::push);
      }
    }
  }

  /** The schemas within one, a step deep. */
  static Stream<Schema> parts(Schema schema) {
    return Stream.of(
            schema.getProperties() == null ? List.<Schema>of() : schema.getProperties().values(),
            listed(schema.getItems()),
            listed(schema.getAdditionalPropertiesSchema()),
            all(schema.getAllOf()),
            all(schema.getOneOf()),
            all(schema.getAnyOf()))
        .flatMap(Collection::stream);
  }

  private static Collection<Schema> listed(@Nullable Schema schema) {
    return schema == null ? List.of() : List.of(schema);
  }

  private static <T> Collection<T> all(@Nullable List<T> some) {
    return some == null ? List.of() : some;
  }
}
