package org.evenhand.kit.test;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/**
 * Checks every answer in a {@code @QuarkusTest} against the document, without a line in the test.
 */
public final class EveryAnswer implements QuarkusTestBeforeEachCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    RestAssured.replaceFiltersWith(new ContractFilter());
    var config = RestAssured.config();
    RestAssured.config = config.httpClient(HttpClients.of(config.getHttpClientConfig()));
  }
}
