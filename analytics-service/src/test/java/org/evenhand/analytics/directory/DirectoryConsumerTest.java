package org.evenhand.analytics.directory;

import static org.evenhand.analytics.Database.column;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.analytics.Api;
import org.evenhand.kit.test.DirectoryContract;
import org.evenhand.kit.test.Tokens;

@QuarkusTest
class DirectoryConsumerTest extends DirectoryContract {

  private static final String DIMENSION = "whoever";

  @Override
  protected int door(Tokens caller) {
    return Api.as(caller).get("/v1/demographics/me").statusCode();
  }

  /** Each holder of the externalId has declared their own id: the caller is shown theirs. */
  @Override
  protected UUID actsAs(String externalId, Tokens caller) {
    Api.define(
        DIMENSION,
        Map.of(
            "label", "Whoever",
            "values", List.of("one"),
            "countries", List.of(Map.of("country", "GB", "legalBasis", "A law"))));
    column(
        "insert into demographics.declaration select employee_id, '%s', cast(employee_id as text), now() from person where external_id = '%s' returning 1"
            .formatted(DIMENSION, externalId));
    try {
      return UUID.fromString(
          Api.as(caller)
              .get("/v1/demographics/me")
              .path("items.find { it.dimension == '%s' }.value".formatted(DIMENSION)));
    } finally {
      column(
          "delete from demographics.declaration where dimension = '%s' returning 1"
              .formatted(DIMENSION));
    }
  }
}
