package org.evenhand.review.directory.orgimport;

import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.importOrg;
import static org.evenhand.review.Hris.org;
import static org.evenhand.review.Hris.post;
import static org.evenhand.review.Hris.row;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Hris;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrgImportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DIRECTORY = "evenhand.internal.directory";

  @Test
  void takesInPeopleWhoseManagerComesAfterThem() throws Exception {
    Response result =
        importOrg(hire("A3", "A2", "care"), hire("A2", "A1", "care"), hire("A1", "", "board"));

    result.then().statusCode(207).body("created", equalTo(3)).body("refused", equalTo(0));
    asEmployee("A1", "employee", "manager")
        .get("/v1/employees?q=A")
        .then()
        .statusCode(200)
        .body("items.externalId", contains("A1", "A2", "A3"))
        .body("items[2].assignments[0].managerExternalId", equalTo("A2"));
    List<String> ids = result.path("results.id");
    List<ConsumerRecord<String, String>> events =
        Events.ofTest().await(DIRECTORY, 3, record -> ids.contains(record.key()));
    assertEquals(3, events.size());
    events.forEach(EventSchemas::check);
    events.forEach(event -> assertFalse(event.value().contains("Given"), event.value()));
    JsonNode first =
        JSON.readTree(
            events.stream().filter(e -> e.key().equals(ids.get(0))).findFirst().get().value());
    assertEquals("A3", first.path("externalId").asText());
    assertEquals(ids.get(1), first.path("managerId").asText());
  }

  @Test
  void changesNothingAndTellsNobodyWhenTheSameFileComesAgain() {
    String[] rows = {hire("B1", "", "board"), hire("B2", "B1", "care")};
    takeIn(rows);

    importOrg(rows)
        .then()
        .statusCode(207)
        .body("unchanged", equalTo(2))
        .body("created", equalTo(0));

    takeIn(hire("B3", "B1", "care"));
    List<ConsumerRecord<String, String>> events =
        Events.ofTest().await(DIRECTORY, 3, event -> event.value().contains("\"externalId\":\"B"));
    assertEquals(3, events.size(), "one for each person, none for the second import");
  }

  @Test
  void takesTheSameExportNightAfterNight() {
    String[] night = {
      told("NE-N3", "NE-N2", "care"),
      told("NE-N2", "NE-N1", "care"),
      told("NE-N1", "", "board"),
      gone("NE-N9")
    };
    importOrg(night)
        .then()
        .statusCode(207)
        .body("created", equalTo(3))
        .body("results[3].outcome", equalTo("UNCHANGED"));

    importOrg(night).then().body("unchanged", equalTo(4)).body("results[3].id", nullValue());

    String[] next = {
      told("NE-N4", "NE-N3", "care"),
      told("NE-N3", "NE-N1", "care"),
      told("NE-N1", "", "board"),
      gone("NE-N2")
    };
    Response foreseen = post("/v1/org-imports?dryRun=true", org(next));
    foreseen
        .then()
        .body("results.outcome", contains("CREATED", "CHANGED", "UNCHANGED", "CHANGED"))
        .body("results[0].changes.find { it.column == 'email' }.to", equalTo("ne-n4@example.org"))
        .body("results[1].changes.column", contains("managerExternalId"))
        .body("results[1].changes[0].from", equalTo("NE-N2"))
        .body(
            "results[3].changes.find { it.column == 'employmentStatus' }.to",
            equalTo("TERMINATED"));
    importOrg(next).then().body("results.outcome", equalTo(foreseen.path("results.outcome")));
    importOrg(next).then().body("unchanged", equalTo(4));

    importOrg(told("NE-N2", "NE-N1", "care"))
        .then()
        .body("results[0].errors[0].column", equalTo("employmentStatus"));
    importOrg(told("NE-N2", "NE-N1", "care").replace(",EMPLOYEE,,", ",EMPLOYEE,ACTIVE,"))
        .then()
        .body("changed", equalTo(1));

    List<ConsumerRecord<String, String>> events =
        Events.ofTest()
            .await(DIRECTORY, 7, event -> event.value().contains("\"externalId\":\"NE-N"));
    assertEquals(7, events.size(), "three came; one came, moved and left; one came back");
  }

  @Test
  void guardsAgainstAnExportThatSaysThatEverybodyIsGone() {
    takeIn(
        IntStream.rangeClosed(1, 120)
            .mapToObj("O%03d"::formatted)
            .map(id -> told(id, "", "care"))
            .toArray(String[]::new));

    importOrg(
            IntStream.rangeClosed(1, 120)
                .mapToObj("O%03d"::formatted)
                .map(OrgImportTest::gone)
                .toArray(String[]::new))
        .then()
        .statusCode(422)
        .body("detail", containsString("120 of"));
  }

  @Test
  void warnsWhereAManagerHasLeft() {
    takeIn(
        told("NE-P1", "", "board"), told("NE-P2", "NE-P1", "care"), told("NE-P3", "NE-P2", "care"));

    importOrg(
            gone("NE-P2"),
            told("NE-P3", "NE-P2", "care"),
            told("NE-P4", "NE-P2", "care"),
            told("NE-P5", "NE-P1", "care"))
        .then()
        .body("results[1].outcome", equalTo("UNCHANGED"))
        .body("results[1].warnings[0].column", equalTo("managerExternalId"))
        .body("results[1].warnings[0].detail", equalTo("is NE-P2, who has left"))
        .body("results[2].warnings[0].code", equalTo("INCONSISTENT"))
        .body("results[3].warnings", nullValue());
    post("/v1/org-imports?dryRun=true", org(told("NE-P3", "NE-P2", "sales")))
        .then()
        .body("results[0].warnings[0].detail", equalTo("is NE-P2, who has left"));
  }

  @Test
  void tellsWhatARowAboutSomebodyUnknownLacks() {
    importOrg("S1" + ",".repeat(16), told("S2", "S1", "care"))
        .then()
        .body("refused", equalTo(2))
        .body("results[0].errors[0].code", equalTo("REQUIRED"))
        .body("results[0].errors[0].column", equalTo("givenName"))
        .body("results[0].errors[0].detail", containsString("so are orgUnit, jobLevel"))
        .body("results[1].errors[0].detail", containsString("row 1"));
  }

  @Test
  void saysOfEachBadRowWhichCellIsWrongAndTakesTheRest() {
    Response result =
        importOrg(
            hire("C1", "", "board"),
            hire("C2", "C1", "care").replace(",NL,", ",Holland,"),
            hire("C3", "C1", "care").replace("2020-01-01", "soon"),
            hire("C4", "C9", "care"),
            row("C5", "TERMINATE", "2026-01-01"));

    result
        .then()
        .statusCode(207)
        .body("created", equalTo(1))
        .body("refused", equalTo(4))
        .body("results.outcome", contains("CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED"))
        .body("results[1].errors[0].row", equalTo(2))
        .body("results[1].errors[0].column", equalTo("country"))
        .body("results[2].errors[0].column", equalTo("effectiveFrom"))
        .body("results[3].errors[0].column", equalTo("managerExternalId"))
        .body("results[4].errors[0].column", equalTo("externalId"));
    asHris().get("/v1/employees?q=C").then().body("items.externalId", contains("C1"));
  }

  @Test
  void writesNothingOnADryRunAndForeseesWhatTheImportDoes() {
    takeIn(hire("D1", "", "board"));
    String file =
        org(
            hire("D1", "", "board"),
            hire("D3", "D2", "care"),
            hire("D2", "D1", "care"),
            hire("D4", "D4", "care"));

    List<String> foreseen = post("/v1/org-imports?dryRun=true", file).path("results.outcome");
    asHris().get("/v1/employees?q=D").then().body("items.externalId", contains("D1"));
    List<String> happened = post("/v1/org-imports", file).path("results.outcome");

    assertEquals(List.of("UNCHANGED", "CREATED", "CREATED", "REFUSED"), foreseen);
    assertEquals(foreseen, happened);
  }

  @Test
  void refusesADryRunThatIsSpelledOtherwise() {
    post("/v1/org-imports?dryRun=yes", org(hire("D9", "", "board"))).then().statusCode(400);
    asHris().get("/v1/employees?q=D9").then().body("items", empty());
  }

  @Test
  void refusesACircleOfManagersNamingItsRows() {
    Response result =
        importOrg(
            hire("F1", "F3", "care"),
            hire("F2", "F1", "care"),
            hire("F3", "F2", "care"),
            hire("F4", "F3", "care"),
            hire("F5", "", "board"));

    result
        .then()
        .statusCode(207)
        .body("created", equalTo(1))
        .body("results[0].errors[0].column", equalTo("managerExternalId"))
        .body("results[0].errors[0].detail", containsString("1, 2, 3"))
        .body("results[3].errors[0].detail", containsString("refused"));
    asHris().get("/v1/employees?q=F").then().body("items.externalId", contains("F5"));
  }

  @Test
  void refusesAChangeThatPutsAManagerBelowTheirOwnReport() {
    takeIn(hire("G1", "", "board"), hire("G2", "G1", "care"), hire("G3", "G2", "care"));

    importOrg(change("G1", "G3"))
        .then()
        .body("results[0].errors[0].detail", containsString("circle"));
  }

  @Test
  void letsTwoPeopleSwapPlacesInOneFile() {
    takeIn(hire("H1", "", "board"), hire("H2", "H1", "care"), hire("H3", "H2", "care"));

    importOrg(change("H2", "H3"), change("H3", "H1")).then().body("changed", equalTo(2));

    asEmployee("H3", "manager", "employee")
        .get("/v1/employees?q=H")
        .then()
        .body("items.externalId", contains("H1", "H2", "H3"));
    asEmployee("H2", "manager", "employee")
        .get("/v1/employees?q=H")
        .then()
        .body("items.find { it.externalId == 'H3' }.status", equalTo(null));
  }

  @Test
  void whoeverIsHiredAnewInAnotherAssignmentHasThatAsTheirMainOne() {
    takeIn(hire("H7", "", "board"), hire("H8", "H7", "care"));

    importOrg(
            Hris.row("H8", "TERMINATE", "2021-01-01"),
            hire("H8", "H7", "desk")
                .replace("EMPLOYEE,,,2020-01-01,HIRE", "EMPLOYEE,,A-2,2022-01-01,REHIRE"))
        .then()
        .body("refused", equalTo(0));

    asHris().get("/v1/employees?q=H8").then().body("items.orgUnit", contains("desk"));
  }

  @Test
  void refusesRowsThatAreAboutTheSame() {
    importOrg(hire("I1", "", "board"), hire("I1", "", "care"))
        .then()
        .body("refused", equalTo(2))
        .body("results[1].errors[0].detail", containsString("1, 2"));
  }

  @Test
  void refusesAFileThatEndsTooManyEmploymentsUntilTheHrLeadPermitsIt() {
    takeIn(
        Stream.concat(
                Stream.of(hire("J000", "", "board")),
                IntStream.rangeClosed(1, 60)
                    .mapToObj("J%03d"::formatted)
                    .map(id -> hire(id, "J000", "care")))
            .toArray(String[]::new));
    String[] leavers =
        IntStream.rangeClosed(1, 60)
            .mapToObj("J%03d"::formatted)
            .map(id -> row(id, "TERMINATE", "2026-06-01"))
            .toArray(String[]::new);

    importOrg(leavers)
        .then()
        .statusCode(422)
        .body("code", equalTo("MASS_DEACTIVATION"))
        .body("detail", containsString("60 of"));
    asHris()
        .get("/v1/employees?q=J&status=TERMINATED")
        .then()
        .statusCode(200)
        .body("items", empty());

    asEmployee("J000", "hr-lead")
        .contentType("application/json")
        .body("{\"atMost\": 60}")
        .post("/v1/org-imports/deactivation-permits")
        .then()
        .statusCode(201);
    importOrg(leavers).then().statusCode(207).body("changed", equalTo(60));
    importOrg(leavers).then().statusCode(207).body("unchanged", equalTo(60));
    asHris()
        .get("/v1/employees?q=J0&status=TERMINATED&limit=200")
        .then()
        .body("items.status", everyItem(equalTo("TERMINATED")))
        .body("items.externalId", hasItem("J060"));
  }

  @Test
  void refusesColumnsThatAreNotOursToKnow() {
    String file = org(hire("K1", "", "board"));

    post("/v1/org-imports", withColumn(file, "leaveType", "PARENTAL"))
        .then()
        .statusCode(400)
        .body("errors[0].column", equalTo("leaveType"));
    post("/v1/org-imports", withColumn(file, "terminationReason", "REDUNDANT"))
        .then()
        .statusCode(400)
        .body("errors[0].column", equalTo("terminationReason"));
    post("/v1/org-imports", withColumn(file, "orgUnit", "twice"))
        .then()
        .statusCode(400)
        .body("errors[0].column", equalTo("orgUnit"));
    asHris().get("/v1/employees?q=K1").then().body("items", empty());
  }

  @Test
  void refusesAFileThatIsNoUtf8() {
    asHris()
        .contentType("text/csv")
        .body(
            org(hire("K2", "", "board").replace("Given", "Zoë"))
                .getBytes(StandardCharsets.ISO_8859_1))
        .post("/v1/org-imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
    asHris().get("/v1/employees?q=K2").then().body("items", empty());
  }

  @Test
  void takesNdjsonToo() {
    asHris()
        .contentType("application/x-ndjson")
        .body(
            """
            {"externalId":"L1","givenName":"Zoë","familyName":"O'Neil","orgUnit":"care",\
            "jobLevel":"L4","jobFamily":"support","workLocation":"Utrecht","country":"NL",\
            "legalEntity":"Linden","workerType":"EMPLOYEE","effectiveFrom":"2020-01-01",\
            "action":"HIRE"}
            """
                .getBytes(StandardCharsets.UTF_8))
        .post("/v1/org-imports")
        .then()
        .statusCode(207)
        .body("created", equalTo(1));
    asEmployee("L1", "employee")
        .get("/v1/employees?q=L1")
        .then()
        .body("items[0].givenName", equalTo("Zoë"))
        .body("items[0].familyName", equalTo("O'Neil"));
  }

  private static String change(String externalId, String manager) {
    return externalId + ",,,," + manager + ",".repeat(11) + "2026-01-01,CHANGE";
  }

  /** A row of an export that tells no action and no day. */
  private static String told(String externalId, String manager, String orgUnit) {
    return hire(externalId, manager, orgUnit).replace("2020-01-01,HIRE", ",");
  }

  private static String gone(String externalId) {
    return told(externalId, "", "care").replace(",EMPLOYEE,,", ",EMPLOYEE,TERMINATED,");
  }

  private static String withColumn(String file, String column, String value) {
    String[] lines = file.split("\n", -1);
    return lines[0] + "," + column + "\n" + lines[1] + "," + value + "\n";
  }
}
