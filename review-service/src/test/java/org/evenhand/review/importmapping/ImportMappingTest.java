package org.evenhand.review.importmapping;

import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.lines;
import static org.evenhand.review.Hris.org;
import static org.evenhand.review.Hris.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ImportMappingTest {

  private static final Path EXPORTS = Path.of("exports");
  private static final String RATINGS =
      """
      {"kind": "rating", "separator": "TAB", "columns": [
        {"column": "externalId", "source": "No"}, {"column": "cycle", "constant": "mapped-2024"},
        {"column": "periodStart", "constant": "2024-01-01"},
        {"column": "periodEnd", "constant": "2024-12-31"},
        {"column": "ordinal", "source": "Mark", "values": {"met": "2", "exceeded": "3"}},
        {"column": "label", "source": "Mark"}, {"column": "scaleSize", "constant": "3"}]}
      """;

  @ParameterizedTest
  @CsvSource({
    "bamboohr, BB-2, BB-1, 4, 1",
    "personio, 7000002, 7000001, 4, 0",
    "hibob, 3102, 3101, 4, 0"
  })
  void anExportIsTakenAsItIs(
      String system, String manager, String above, int people, int passedOver) throws IOException {
    String mapping = Files.readString(EXPORTS.resolve(system + ".json"));
    byte[] export = Files.readAllBytes(EXPORTS.resolve(system + ".csv"));
    // Others have written some of its keys with other capitals.
    String path = "/v1/org-imports?similarKeysMeant=true&mapping=" + system;
    put(system, mapping).then().statusCode(201);

    post(path + "&dryRun=true", export)
        .then()
        .statusCode(207)
        .body("refused", equalTo(0))
        .body("created", equalTo(people))
        .body("results[1].changes.find { it.column == 'hiredOn' }.to", equalTo("2018-02-01"))
        .body("results[1].changes.find { it.column == 'managerExternalId' }.to", equalTo(above));
    post(path, export)
        .then()
        .statusCode(207)
        .body("created", equalTo(people))
        .body("unchanged", equalTo(passedOver));
    asHris()
        .get("/v1/employees?q=" + manager)
        .then()
        .body("items[0].assignments[0].managerExternalId", equalTo(above))
        .body("items[0].hiredOn", equalTo("2018-02-01"));
    post(path, export)
        .then()
        .statusCode(207)
        .body("unchanged", equalTo(people + passedOver))
        .body("changed", equalTo(0));
  }

  @Test
  void aMappingIsReplacedByWhoeverHasReadIt() {
    Response added = put("replaced", RATINGS);
    added
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/import-mappings/replaced"))
        .body("separator", equalTo("TAB"))
        .body("actions", hasItems("putImportMapping", "removeImportMapping"));
    String etag = added.header("ETag");

    put("replaced", RATINGS).then().statusCode(428);
    String comma = RATINGS.replace("TAB", "COMMA");
    String replaced =
        json()
            .header("If-Match", etag)
            .body(comma)
            .put("/v1/import-mappings/replaced")
            .then()
            .statusCode(200)
            .body("separator", equalTo("COMMA"))
            .extract()
            .header("ETag");
    json()
        .header("If-Match", etag)
        .body(comma)
        .put("/v1/import-mappings/replaced")
        .then()
        .statusCode(412);
    asHris().get("/v1/import-mappings/replaced").then().header("ETag", equalTo(replaced));
    asHris().get("/v1/import-mappings").then().body("items.name", hasItem("replaced"));

    asHris().delete("/v1/import-mappings/replaced").then().statusCode(428);
    asHris()
        .header("If-Match", replaced)
        .delete("/v1/import-mappings/replaced")
        .then()
        .statusCode(204);
    asHris()
        .get("/v1/import-mappings/replaced")
        .then()
        .statusCode(404)
        .body("code", equalTo("MAPPING_UNKNOWN"));
    json()
        .header("If-Match", replaced)
        .body(comma)
        .put("/v1/import-mappings/replaced")
        .then()
        .statusCode(412);
    asHris().get("/v1/import-mappings").then().body("items.name", not(hasItem("replaced")));
  }

  @Test
  void aMappingThatCanReadNoFileIsRefusedByPointer() {
    put(
            "unfit",
            "{\"kind\": \"org\", \"columns\": [{\"column\": \"leaveType\", \"source\":"
                + " \"Leave\"}]}")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/columns/0/column", "/columns"))
        .body("errors.code", hasItems("UNKNOWN", "REQUIRED"));
    put("unfit", RATINGS.replace("\"3\"", "\"three\""))
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItems("/columns/4/values/exceeded", "/columns/6/constant"));
    put("unfit", RATINGS.replace("rating", "people")).then().statusCode(400);
    put("unfit", RATINGS.replace("\"TAB\"", "\"TAB\", \"dateFormat\": \"yy\""))
        .then()
        .statusCode(400);
  }

  @Test
  void anImportAsksForAMappingOfItsKind() {
    put("of-ratings", RATINGS).then().statusCode(201);

    for (String name : new String[] {"nobody-knows", "of-ratings"}) {
      post("/v1/org-imports?mapping=" + name, org(hire("MM1", "", "mm")))
          .then()
          .statusCode(404)
          .body("code", equalTo("MAPPING_UNKNOWN"));
    }
    post("/v1/org-imports?mapping=", org(hire("MM1", "", "mm"))).then().statusCode(400);
  }

  @Test
  void pastRatingsAreMappedToo() {
    put("marks", RATINGS).then().statusCode(201);
    post("/v1/org-imports", org(hire("MR1", "", "mr"), hire("MR2", "MR1", "mr")))
        .then()
        .statusCode(207);

    post("/v1/rating-imports?mapping=marks", lines("No\tMark", "MR1\tmet", "MR2\tsuperb"))
        .then()
        .statusCode(207)
        .body("created", equalTo(1))
        .body("results[1].errors[0].code", equalTo("NOT_ONE_OF"))
        .body("results[1].errors[0].column", equalTo("ordinal"))
        .body("results[1].errors[0].detail", containsString("knows met, exceeded"));
  }

  @Test
  void theSameKeyWithAnotherMappingIsAnotherRequest() {
    put("first-of-two", RATINGS).then().statusCode(201);
    put("second-of-two", RATINGS.replace("mapped-2024", "mapped-2025")).then().statusCode(201);
    post("/v1/org-imports", org(hire("MK1", "", "mk"))).then().statusCode(207);
    String file = lines("No\tMark", "MK1\tmet");

    keyed().body(file).post("/v1/rating-imports?mapping=first-of-two").then().statusCode(207);
    keyed().body(file).post("/v1/rating-imports?mapping=first-of-two").then().statusCode(207);
    keyed()
        .body(file)
        .post("/v1/rating-imports?mapping=second-of-two")
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  private static RequestSpecification keyed() {
    return asHris().contentType("text/csv").header("Idempotency-Key", "two-mappings");
  }

  private static Response put(String name, String mapping) {
    return json().body(mapping).put("/v1/import-mappings/" + name);
  }

  private static RequestSpecification json() {
    return asHris().contentType("application/json");
  }
}
