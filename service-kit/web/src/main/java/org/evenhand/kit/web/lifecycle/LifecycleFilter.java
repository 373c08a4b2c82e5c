package org.evenhand.kit.web.lifecycle;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Puts the lifecycles into the API's document: {@code x-lifecycle} of the aggregates' schemas. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class LifecycleFilter implements OASFilter {

  static final String EXTENSION = "x-lifecycle";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    for (LifecycleSource source : ServiceLoader.load(LifecycleSource.class)) {
      Map<String, Schema> schemas = api.getComponents().getSchemas();
      Schema schema = schemas.get(source.schema());
      if (schema == null) {
        throw new IllegalStateException("There is no schema " + source.schema());
      }
      requireKnown(source, api);
      schema.addExtension(EXTENSION, source.lifecycle().asData());
    }
  }

  private static void requireKnown(LifecycleSource source, OpenAPI api) {
    var known =
        api.getPaths().getPathItems().values().stream()
            .flatMap(path -> path.getOperations().values().stream())
            .map(Operation::getOperationId)
            .collect(Collectors.toSet());
    source
        .lifecycle()
        .moves()
        .forEach(
            move -> {
              if (move.operation() != null && !known.contains(move.operation())) {
                throw new IllegalStateException(
                    "%s has no operation %s".formatted(source.schema(), move.operation()));
              }
            });
  }
}
