package org.evenhand.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.evenhand.kit.test.EventSchemas;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventCatalogueTest {

  private static final Path SCHEMAS =
      Path.of("src/main/resources/META-INF/resources/events/schemas");

  @TestFactory
  Stream<DynamicTest> every_example_fits_its_schema() throws IOException {
    return Files.list(SCHEMAS)
        .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
        .map(type -> DynamicTest.dynamicTest(type, () -> EventSchemas.checkExample(type)));
  }
}
