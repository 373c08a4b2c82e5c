package org.evenhand.analytics;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.evenhand.kit.test.OpenApiContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class OpenApiTest {

  @TestFactory
  Stream<DynamicTest> the_document_holds_what_it_promises() {
    return OpenApiContract.tests("FindingEffect");
  }
}
