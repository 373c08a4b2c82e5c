package org.evenhand.kit.web.openapi;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.evenhand.kit.web.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * Tells how large anything can be at all, where its author doesn't say less. Each bound is one that
 * the server keeps anyway, so that it tells clients something new and refuses nothing more.
 */
final class Bounds {

  /** {@code quarkus.http.limits.max-initial-line-length}. */
  private static final int LINE = 8 * 1024;

  /** {@code quarkus.http.limits.max-header-size}. */
  private static final int HEADER = 16 * 1024;

  private final OpenAPI api;
  private final SchemaBounds texts;
  private final SchemaBounds lines;
  private final SchemaBounds headers;
  private final SchemaBounds files;

  Bounds(OpenAPI api) {
    this.api = api;
    // A list in a body of 1 MiB: an element and its comma take two bytes at least
    int elements = bytes("evenhand.body-limit", "1M") / 2;
    texts = new SchemaBounds(StrictJson.LONGEST_TEXT, elements);
    lines = new SchemaBounds(LINE, elements);
    headers = new SchemaBounds(HEADER, elements);
    files = new SchemaBounds(bytes("evenhand.stream-limit", "512M"), elements);
  }

  private static int bytes(String limit, String otherwise) {
    var config = ConfigProvider.getConfig();
    MemorySize size =
        config
            .getOptionalValue(limit, MemorySize.class)
            .orElseGet(
                () -> config.getConverter(MemorySize.class).orElseThrow().convert(otherwise));
    return (int) Math.min(Integer.MAX_VALUE, size.asLongValue());
  }

  void complete() {
    api.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .forEach(this::bound);
    all(api.getComponents().getResponses()).forEach(this::bound);
    all(api.getComponents().getSchemas()).forEach(texts::bound);
  }

  private void bound(Operation operation) {
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        (parameter.getIn() == Parameter.In.HEADER ? headers : lines).bound(parameter.getSchema());
        if ("limit".equals(parameter.getName())) {
          pages(operation, parameter.getSchema());
        }
      }
    }
    if (operation.getRequestBody() != null) {
      bound(operation.getRequestBody().getContent());
    }
    all(operation.getResponses().getAPIResponses()).forEach(this::bound);
  }

  /** A page holds as many items as may be asked for. */
  private void pages(Operation operation, Schema limit) {
    all(operation.getResponses().getAPIResponses()).stream()
        .flatMap(answer -> schemas(answer.getContent()))
        .flatMap(schema -> Stream.ofNullable(component(schema)))
        .flatMap(page -> Stream.ofNullable(page.getProperties()))
        .flatMap(properties -> Stream.ofNullable(properties.get("items")))
        .filter(items -> items.getMaxItems() == null && limit.getMaximum() != null)
        .forEach(items -> items.setMaxItems(limit.getMaximum().intValue()));
  }

  private @Nullable Schema component(Schema schema) {
    String ref = schema.getRef();
    return ref == null
        ? null
        : api.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private static Stream<Schema> schemas(@Nullable Content content) {
    return content == null
        ? Stream.of()
        : content.getMediaTypes().values().stream()
            .map(media -> media.getSchema())
            .filter(Objects::nonNull);
  }

  private void bound(APIResponse answer) {
    bound(answer.getContent());
    for (Header header : all(answer.getHeaders())) {
      headers.bound(header.getSchema());
    }
  }

  private void bound(@Nullable Content content) {
    if (content != null) {
      content
          .getMediaTypes()
          .forEach((type, media) -> (isJson(type) ? texts : files).bound(media.getSchema()));
    }
  }

  static boolean isJson(String type) {
    return type.equals("application/json") || type.endsWith("+json");
  }

  private static <T> Collection<T> all(@Nullable Map<String, T> named) {
    return named == null ? List.of() : named.values();
  }
}
