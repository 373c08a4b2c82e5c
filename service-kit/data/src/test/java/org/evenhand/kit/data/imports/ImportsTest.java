package org.evenhand.kit.data.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.data.testapp.PersonImport;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class ImportsTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String CSV = "text/csv";

  @Inject PersonImport handler;
  @Inject Database database;
  @Inject TestClock clock;
  @Inject ImportPurge purge;

  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void nobody() {
    io.restassured.RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
    database.execute("delete from person");
    database.execute("delete from import");
    handler.firstRows().clear();
  }

  @AfterEach
  void asBefore() {
    handler.awayAfter(-1);
    clock.reset();
  }

  @Test
  void aShortFileAnswersOneResultPerRow() {
    database.execute("insert into person values ('2', 'Ben'), ('3', 'Cy')");

    post(CSV, "number,name\r\n1,Ann\r\n2,Bea\r\n3,Cy\r\n4,refuse\r\n")
        .then()
        .statusCode(207)
        .header("Location", startsWith("/v1/person-imports/"))
        .body("state", equalTo("DONE"))
        .body("rows", equalTo(4))
        .body("created", equalTo(1))
        .body("changed", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("refused", equalTo(1))
        .body(
            "results.outcome",
            equalTo(java.util.List.of("CREATED", "CHANGED", "UNCHANGED", "REFUSED")))
        .body("results[0].id", equalTo("1"))
        .body("results[3].row", equalTo(4))
        .body("results[3].errors[0].column", equalTo("name"))
        .body("results[3].errors[0].detail", equalTo("is refused by the rule"));
    assertEquals(3, people());
  }

  @Test
  void ndjsonIsTakenTheSameWay() {
    post(
            "application/x-ndjson",
            "{\"number\":1,\"name\":\"Ann\"}\n\n"
                + "{\"number\":\"2\",\"name\":\"Ben\",\"note\":null}\n")
        .then()
        .statusCode(207)
        .body("created", equalTo(2));
    assertEquals(2, people());
  }

  @Test
  void linesThatAreNoFlatObjectAreRefusedAndTheRestIsTaken() {
    post(
            "application/x-ndjson",
            "{\"number\":1,\"name\":\"Ann\"}\n"
                + "{broken\n"
                + "[1]\n"
                + "{\"number\":2,\"name\":{}}\n"
                + "{\"number\":3,\"name\":\"C\",\"nickname\":\"x\"}\n"
                + "{\"number\":4,\"number\":5,\"name\":\"D\"}\n"
                + "{\"number\":6,\"name\":\"\\u0000\"}\n"
                + "{\"number\":7,\"name\":\"\\ud800\"}\n")
        .then()
        .statusCode(207)
        .body("created", equalTo(1))
        .body("refused", equalTo(7))
        .body("results[1].errors[0].detail", startsWith("is not valid JSON"))
        .body("results[2].errors[0].detail", equalTo("is not a JSON object"))
        .body("results[3].errors[0].column", equalTo("name"))
        .body("results[4].errors[0].column", equalTo("nickname"));
  }

  @Test
  void aTextInNdjsonIsAStringAndANumberIsWhole() {
    post(
            "application/x-ndjson",
            "{\"number\":1,\"name\":120000.0}\n"
                + "{\"number\":2,\"name\":true}\n"
                + "{\"number\":3,\"name\":7}\n"
                + "{\"number\":4.0,\"name\":\"Dee\"}\n"
                + "{\"number\":true,\"name\":\"Eve\"}\n"
                + "{\"number\":6,\"name\":\"Fay\",\"born\":20000101}\n"
                + "{\"number\":7,\"name\":\"Gus\",\"note\":[]}\n")
        .then()
        .statusCode(207)
        .body("refused", equalTo(7))
        .body(
            "results.collect { it.errors[0].column }",
            equalTo(java.util.List.of("name", "name", "name", "number", "number", "born", "note")));
  }

  @Test
  void aCellThatIsNotPlainIsRefusedBeforeAnythingReadsIt() {
    post(
            CSV,
            "number,name,note,born\n"
                + "+5,Ann,,\n٥,Ben,,\n0000007,Cy,,\n5.0,Dee,,\n1e3,Eve,,\n"
                + "6,Fay,a\u00a0b,\n7,Gus,,+2020-01-01\n8,Hal,,٢٠٢٠-01-01\n9,Ida,,2020-02-30\n"
                + "10,Joe\u0007,,\n11,\u200b,,\n12,Kim,,1905-01-01\n")
        .then()
        .statusCode(207)
        .body("refused", equalTo(12))
        .body("results[1].errors[0].detail", containsString("U+0665"))
        .body("results[5].errors[0].detail", containsString("U+00A0"))
        .body("results[9].errors[0].detail", containsString("U+0007"))
        .body("results[10].errors[0].detail", containsString("U+200B"))
        .body("results[11].errors[0].detail", equalTo("is long ago"))
        .body(
            "results.collect { it.errors[0].column }",
            equalTo(
                java.util.List.of(
                    "number", "number", "number", "number", "number", "note", "born", "born",
                    "born", "name", "name", "born")));
  }

  @Test
  void whatIsStagedHasOneForm() {
    post(CSV, "\u200bnumber\u00a0,name\n\u00a05\u200b,\u2003Zoe\u0308 \n")
        .then()
        .statusCode(207)
        .body("created", equalTo(1));
    assertEquals("5", database.rows("select number from person").get(0).get(0));
    assertEquals("Zoë", database.rows("select name from person").get(0).get(0));
  }

  @Test
  void aKeyThatHasLapsedIsFreeWhetherPurgedOrNot() {
    post(CSV, "number,name\n1,Ann\n", false, key).then().statusCode(207);
    post(CSV, "number,name\n1,Amy\n", false, key).then().statusCode(422);

    clock.advance(Duration.ofHours(25));
    post(CSV, "number,name\n1,Amy\n", false, key)
        .then()
        .statusCode(207)
        .body("changed", equalTo(1));
  }

  @Test
  void aKeyOfADryRunIsNotThatOfTheImport() {
    String file = "number,name\n1,Ann\n";

    post(CSV, file, true, key).then().statusCode(207).body("dryRun", equalTo(true));
    post(CSV, file, false, key).then().statusCode(207).body("dryRun", equalTo(false));
    post(CSV, file, true, key).then().statusCode(207).body("dryRun", equalTo(true));
    assertEquals(1, people());
  }

  @Test
  void rowsOfBlankCellsAreNone() {
    post(CSV, "number,name,note,born\n,,,\n1,Ann,,\n , ,,\n,,,,,,,\n2,Ben,,\n,,,\n")
        .then()
        .statusCode(207)
        .body("rows", equalTo(2))
        .body("created", equalTo(2))
        .body("refused", equalTo(0))
        .body("results.row", equalTo(java.util.List.of(1, 2)));
    post(CSV, "number,name\n,\n,\n").then().statusCode(400);
  }

  @Test
  void aDryRunShowsTheDifferenceAndWritesNothing() {
    database.execute("insert into person values ('1', 'Ann')");

    post(CSV, "number,name\n1,Amy\n2,Ben\n", true, null)
        .then()
        .statusCode(207)
        .body("dryRun", equalTo(true))
        .body("changed", equalTo(1))
        .body("created", equalTo(1));
    assertEquals("Ann", database.rows("select name from person").get(0).get(0));
    assertEquals(1, people());
  }

  @Test
  void badRowsAreRefusedWithTheirNumberAndTheRestIsTaken() {
    String longName = "x".repeat(5_000);
    post(
            CSV,
            "number,name,note\n1,Ann,\n2,Ben\n3,Cy,a,b\n,Dee,\n5,"
                + longName
                + ",\n\n6,\"Eve \"\"E\"\", born 1990\",\n6,Again,\n7,a\u0000b,\n")
        .then()
        .statusCode(207)
        .body("rows", equalTo(8))
        .body("created", equalTo(2))
        .body("refused", equalTo(6))
        .body("results[1].errors[0].detail", equalTo("has fewer cells than the header"))
        .body("results[2].errors[0].detail", equalTo("has more cells than the header"))
        .body("results[3].errors[0].column", equalTo("number"))
        .body("results[3].errors[0].detail", equalTo("is required"))
        .body("results[4].errors[0].column", equalTo("name"))
        .body("results[5].outcome", equalTo("CREATED"))
        .body("results[6].errors[0].detail", equalTo("comes twice in this file"))
        .body("results[7].errors[0].column", equalTo("name"));
    assertEquals(
        "Eve \"E\", born 1990",
        database.rows("select name from person where number = '6'").get(0).get(0));
  }

  @Test
  void aRowThatTheDatabaseRefusesIsRefusedAlone() {
    String tooLongForTheColumn = "y".repeat(41);
    post(CSV, "number,name\n1,Ann\n2," + tooLongForTheColumn + "\n3,Cy\n")
        .then()
        .statusCode(207)
        .body("created", equalTo(2))
        .body("refused", equalTo(1))
        .body("results[1].errors[0].detail", startsWith("could not be applied"));
    assertEquals(2, people());
  }

  @Test
  void aByteOrderMarkIsTolerated() {
    post(CSV, "\uFEFFnumber,name\n1,Ann\n").then().statusCode(207).body("created", equalTo(1));
  }

  @Test
  void duplicateUnknownAndMissingColumnsAreAllNamed() {
    post(CSV, "number,number,nam\n1,1,Ann\n")
        .then()
        .statusCode(400)
        .body("type", equalTo("http://localhost:8080/problems/malformed-request"))
        .body("errors.column", equalTo(java.util.List.of("number", "nam", "name")))
        .body("errors[0].detail", containsString("twice"))
        .body("errors[1].detail", containsString("unknown"))
        .body("errors[2].detail", containsString("missing"));
    assertEquals(0, imports());
  }

  @Test
  void anotherEncodingIsRefusedAndNothingStays() {
    post(CSV, ("number,name\n" + "1,Ann\n".repeat(3_000) + "2,M\u00fcller\n").getBytes(ISO_8859_1))
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
    assertEquals(0, imports());
    assertEquals(0, database.number("select count(*) from import_row"));
  }

  @ParameterizedTest
  @CsvSource({"'',empty", "'number,name\n',no rows", "'number,name\n\n\n',no rows"})
  void anEmptyFileIsRefused(String file, String detail) {
    post(CSV, file).then().statusCode(400).body("detail", containsString(detail));
  }

  @Test
  void aQuoteThatIsNeverClosedIsRefusedWithItsRow() {
    post(CSV, "number,name\n1,Ann\n2,\"Ben\n3,Cy\n")
        .then()
        .statusCode(400)
        .body("errors[0].row", equalTo(2));
    assertEquals(0, imports());
  }

  @Test
  void anEndlessCellEndsTheImport() {
    post(CSV, "number,name\n1,\"" + "a".repeat(2_000_000) + "\"\n").then().statusCode(400);
    assertEquals(0, imports());
  }

  @ParameterizedTest
  @CsvSource({"application/json", "text/plain", "'text/csv; charset=iso-8859-1'", "nonsense"})
  void anotherMediaTypeIs415(String mediaType) {
    post(mediaType, "number,name\n1,Ann\n").then().statusCode(415);
  }

  @Test
  void aHandlerCanRefuseTheWholeFile() {
    post(CSV, "number,name\n1,Ann\n2,stop\n", false, key)
        .then()
        .statusCode(422)
        .body("code", equalTo("RULE_VIOLATED"))
        .body("detail", equalTo("the whole file is refused"));
    assertEquals(0, people());

    post(CSV, "number,name\n1,Ann\n", false, key).then().statusCode(207);
  }

  @Test
  void aFaultOfOursIsNotTheSendersFault() {
    post(CSV, "number,name\n1,Ann\n2,fault\n", false, key)
        .then()
        .statusCode(500)
        .body("code", equalTo("INTERNAL_ERROR"))
        .body("detail", containsString("on our side"));
    assertEquals(0, people());

    post(CSV, "number,name\n1,Ann\n", false, key).then().statusCode(207);
  }

  @Test
  void aRepeatAnswersTheSameAndAppliesNothing() {
    Response first = post(CSV, "number,name\n1,Ann\n", false, key);
    database.execute("delete from person");
    Response repeat = post(CSV, "number,name\n1,Ann\n", false, key);

    assertEquals(207, first.statusCode());
    assertEquals(first.body().asString(), repeat.body().asString());
    assertEquals(first.header("Location"), repeat.header("Location"));
    assertEquals(0, people());
    post(CSV, "number,name\n1,Amy\n", false, key).then().statusCode(422);
  }

  @Test
  void aLongFileIsAJobWithProgressAndAnErrorFile() {
    String rows =
        IntStream.rangeClosed(1, 2_600)
            .mapToObj(i -> i + "," + (i % 1_000 == 0 ? "refuse" : "P" + i))
            .collect(Collectors.joining("\n"));
    Response accepted =
        post(CSV, "number,name\n" + rows + "\n2601,=cmd(\"x\")\n2601\n", false, null);
    accepted
        .then()
        .statusCode(202)
        .header("Retry-After", "2")
        .body("rows", equalTo(2_602))
        .body("results", nullValue());

    String location = accepted.header("Location");
    await()
        .atMost(SOON)
        .until(() -> as().get(location).jsonPath().getString("state").equals("DONE"));
    as().get(location)
        .then()
        .header("Retry-After", nullValue())
        .body("created", equalTo(2_599))
        .body("refused", equalTo(3))
        .body("done", equalTo(2_602))
        .body("results", nullValue());
    String errors = as().get(location + "/errors").then().statusCode(200).extract().asString();
    assertEquals(
        "row,column,code,detail\r\n"
            + "1000,name,RANGE,is refused by the rule\r\n"
            + "2000,name,RANGE,is refused by the rule\r\n"
            + "2602,,MALFORMED,has fewer cells than the header\r\n",
        errors);
    assertEquals(0, database.number("select count(*) from import_row"), "content is gone");
  }

  @Test
  void afterAStopTheImportGoesOnBehindTheLastCommittedChunk() {
    handler.awayAfter(2);
    String rows =
        IntStream.rangeClosed(1, 4_000)
            .mapToObj(i -> i + ",P" + i)
            .collect(Collectors.joining("\n"));
    String location = post(CSV, "number,name\n" + rows, false, null).header("Location");
    await().atMost(SOON).until(() -> as().get(location).jsonPath().getLong("done") == 2_000);
    assertEquals("APPLYING", as().get(location).jsonPath().getString("state"));

    handler.awayAfter(-1);
    await()
        .atMost(SOON)
        .until(() -> as().get(location).jsonPath().getString("state").equals("DONE"));
    assertEquals(java.util.List.of(1L, 1_001L, 2_001L, 3_001L), handler.firstRows());
    assertEquals(4_000, people());
  }

  @Test
  void aBadRowIsLookedForInItsOwnFileAlone() {
    done(longFile(1_005, 1_003)).body("created", equalTo(1_004)).body("refused", equalTo(1));
    handler.firstRows().clear();

    done(longFile(4_000, -1)).body("created", equalTo(2_996)).body("unchanged", equalTo(1_004));

    assertEquals(java.util.List.of(1L, 1_001L, 2_001L, 3_001L), handler.firstRows());
  }

  private ValidatableResponse done(String file) {
    String location = post(CSV, file, false, null).header("Location");
    await()
        .atMost(SOON)
        .until(() -> as().get(location).jsonPath().getString("state").equals("DONE"));
    return as().get(location).then();
  }

  /**
   * @param bad the row that the database refuses
   */
  private static String longFile(int rows, int bad) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(i -> i + "," + (i == bad ? "y".repeat(41) : "P" + i))
        .collect(Collectors.joining("\n", "number,name\n", "\n"));
  }

  @Test
  void aChunkWhoseConnectionIsKilledIsAppliedOnce() {
    String rows =
        IntStream.rangeClosed(1, 20_000)
            .mapToObj(i -> i + ",P" + i)
            .collect(Collectors.joining("\n"));
    String location = post(CSV, "number,name\n" + rows, false, null).header("Location");
    var killed = new HashSet<Object>();
    while (!as().get(location).jsonPath().getString("state").equals("DONE")) {
      if (killed.size() < 3) {
        // In one statement: between two, a number could come to be that of whoever asks.
        database
            .rows(
                "select pid, pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()"
                    + " and backend_type = 'client backend' and state <> 'idle' limit 1")
            .forEach(row -> killed.add(row.get(0)));
      }
    }

    assertFalse(killed.isEmpty());
    as().get(location).then().body("created", equalTo(20_000)).body("refused", equalTo(0));
    assertEquals(20_000, people());
  }

  @Test
  void anUnknownImportIs404() {
    as().get("/v1/person-imports/" + UUID.randomUUID()).then().statusCode(404);
    as().get("/v1/person-imports/" + UUID.randomUUID() + "/errors").then().statusCode(404);
  }

  @Test
  void anUploadThatBrokeOffIsPurgedAndItsKeyIsFree() throws Exception {
    database.execute(
        "insert into import (id, kind, client, dry_run, state, received_at, touched_at,"
            + " idempotency_key) values (gen_random_uuid(), ?, 'evenhand-ui/person-E1', false,"
            + " 'RECEIVING', now(), now(), ?)",
        PersonImport.KIND,
        key);
    post(CSV, "number,name\n1,Ann\n", false, key)
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/idempotency-in-progress"));

    clock.advance(Duration.ofHours(2));
    purge.purge();
    post(CSV, "number,name\n1,Ann\n", false, key).then().statusCode(207);
  }

  @Test
  void ofAFinishedFileTheOutcomesStayAndTheContentGoes() {
    String location = post(CSV, "number,name\n1,Ann\n").header("Location");

    as().get(location).then().body("results", hasSize(1)).body("results.id", hasItem("1"));
    assertTrue(
        database.rows("select \"values\" from import_row").stream()
            .allMatch(row -> row.get(0) == null),
        "content is gone");
  }

  private static Response post(String mediaType, String body) {
    return post(mediaType, body, false, null);
  }

  private static Response post(String mediaType, String body, boolean dryRun, String key) {
    RequestSpecification request = as().queryParam("dryRun", dryRun);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return request.contentType(mediaType).body(body.getBytes(UTF_8)).post("/v1/person-imports");
  }

  private static Response post(String mediaType, byte[] body) {
    return as().contentType(mediaType).body(body).post("/v1/person-imports");
  }

  private static RequestSpecification as() {
    EncoderConfig bytes =
        EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs("text/csv", ContentType.BINARY)
            .encodeContentTypeAs("text/plain", ContentType.BINARY)
            .encodeContentTypeAs("nonsense", ContentType.BINARY)
            .encodeContentTypeAs("application/x-ndjson", ContentType.BINARY);
    return given()
        .config(RestAssuredConfig.config().encoderConfig(bytes))
        .header("Authorization", Tokens.forEmployee("E1", "employee").bearer());
  }

  private long people() {
    return database.number("select count(*) from person");
  }

  private long imports() {
    return database.number("select count(*) from import");
  }
}
