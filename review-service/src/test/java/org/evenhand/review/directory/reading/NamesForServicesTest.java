package org.evenhand.review.directory.reading;

import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.importOrg;
import static org.evenhand.review.Hris.row;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;
import org.evenhand.review.Transactions;
import org.evenhand.review.directory.Directory;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NamesForServicesTest {

  @Inject Transactions transactions;
  @Inject Directory directory;

  @Test
  void namesWhoWorksHereAndWhoHasLeftAndNobodyElse() {
    takeIn(hire("NS1", "", "told-names"));
    importOrg(hire("NS2", "", "told-names"));
    takeIn(row("NS2", "TERMINATE", "2026-01-01"));
    UUID here = id("NS1");
    UUID left = id("NS2");

    names(List.of(here, left, UUID.randomUUID()))
        .then()
        .statusCode(200)
        .body(
            "names",
            equalTo(Map.of(here.toString(), "Given Family", left.toString(), "Given Family")));
  }

  @Test
  void takesAThousandIds() {
    names(ids(1000)).then().statusCode(200).body("names", equalTo(Map.of()));
    names(ids(1001)).then().statusCode(400);
  }

  private static List<UUID> ids(int many) {
    return Stream.generate(UUID::randomUUID).limit(many).toList();
  }

  private static Response names(List<UUID> ids) {
    return Hris.as(Tokens.forClient("evenhand-policy", "service"))
        .contentType("application/json")
        .body(Map.of("ids", ids))
        .post("/internal/v1/names");
  }

  private UUID id(String externalId) {
    return transactions
        .run(session -> directory.byExternalId(session, externalId))
        .orElseThrow()
        .id();
  }
}
