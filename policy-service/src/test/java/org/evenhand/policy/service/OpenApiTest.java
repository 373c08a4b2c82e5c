package org.evenhand.policy.service;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.evenhand.kit.test.OpenApiContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class OpenApiTest extends ServiceTest {

  @TestFactory
  Stream<DynamicTest> the_document_holds_what_it_promises() {
    return OpenApiContract.tests("ReplayedFigures");
  }
}
