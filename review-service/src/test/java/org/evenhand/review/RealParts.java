package org.evenhand.review;

import io.quarkus.test.common.QuarkusTestResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;

/** What every {@code @QuarkusTest} of this module runs on, started once for all of them. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(CalibrationServiceResource.class)
final class RealParts {

  private RealParts() {}
}
