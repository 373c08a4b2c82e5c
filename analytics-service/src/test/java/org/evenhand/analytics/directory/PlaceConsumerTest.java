package org.evenhand.analytics.directory;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.evenhand.kit.test.PlaceContract;

@QuarkusTest
class PlaceConsumerTest extends PlaceContract {

  @Inject DataSource database;

  @Override
  protected DataSource database() {
    return database;
  }
}
