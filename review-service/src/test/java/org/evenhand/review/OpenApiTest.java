package org.evenhand.review;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.evenhand.kit.test.OpenApiContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class OpenApiTest {

  @TestFactory
  Stream<DynamicTest> theDocumentHoldsWhatItPromises() {
    return OpenApiContract.tests("MilestoneOverride", "Outcomes");
  }
}
