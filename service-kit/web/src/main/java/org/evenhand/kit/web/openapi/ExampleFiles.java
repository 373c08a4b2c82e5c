package org.evenhand.kit.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives each schema its example from the resource {@code openapi/examples/SCHEMA.json}. An example
 * of more than a line or two is easier to read and to check there than in an annotation.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ExampleFiles implements OASFilter {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void filterOpenAPI(OpenAPI api) {
    if (api.getComponents() != null && api.getComponents().getSchemas() != null) {
      api.getComponents().getSchemas().forEach(ExampleFiles::complete);
    }
  }

  private static void complete(String name, Schema schema) {
    try (InputStream example =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("openapi/examples/" + name + ".json")) {
      if (example != null) {
        schema.setExamples(List.of(JSON.readValue(example, Object.class)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The example of " + name + " can't be read", e);
    }
  }
}
