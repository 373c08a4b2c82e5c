package org.evenhand.calibration;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.OpenApiContract;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class OpenApiTest {

  @TestFactory
  Stream<DynamicTest> the_document_holds_what_it_promises() {
    return OpenApiContract.tests();
  }
}
