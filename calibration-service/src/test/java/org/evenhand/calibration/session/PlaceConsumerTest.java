package org.evenhand.calibration.session;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PlaceContract;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class PlaceConsumerTest extends PlaceContract {

  @Inject DataSource database;

  @Override
  protected DataSource database() {
    return database;
  }
}
