package org.evenhand.review.directory.orgimport;

import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.importOrg;
import static org.evenhand.review.Hris.org;
import static org.evenhand.review.Hris.post;
import static org.evenhand.review.Hris.row;
import static org.evenhand.review.Hris.takeIn;
import static org.evenhand.review.Hris.trouble;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.evenhand.kit.test.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a row is said of this row, truly, and decides nothing for others. */
@QuarkusTest
class BadOrgRowsTest {

  @Inject TestClock clock;

  @AfterEach
  void asBefore() {
    clock.reset();
  }

  @Test
  void aKeyHoldsNothingThatCannotBeSeen() {
    takeIn(hire("X-100", "", "case-lab"));

    // A blank at the end is no part of a key, however it is encoded: the row is about X-100.
    post("/v1/org-imports", trouble("nbsp-id.csv"))
        .then()
        .statusCode(207)
        .body("created", equalTo(0));
    importOrg(hire("X-\u00a0101", "", "case-lab"), hire("X-102", "", "case\u200blab"))
        .then()
        .body("refused", equalTo(2))
        .body("results[0].errors[0].detail", containsString("U+00A0"))
        .body("results[1].errors[0].detail", containsString("U+200B"));
    asHris().get("/v1/employees?q=X-10").then().body("items.externalId", contains("X-100"));
  }

  @Test
  void twoFormsOfOneKeyAreOneKey() {
    post("/v1/org-imports", trouble("nfc-nfd-id.csv"))
        .then()
        .statusCode(207)
        .body("refused", equalTo(2))
        .body("results[1].errors[0].detail", containsString("rows with the same"));
    asHris().get("/v1/employees?q=B\u00fc").then().body("items", empty());
  }

  @Test
  void aNewKeyThatLooksLikeAKnownOneIsRefusedUnlessItIsMeant() {
    takeIn(hire("Y-a1", "", "Sims-Care"));
    String lookalike = hire("Y-A1", "", "Sims-Care");
    String inUnit = hire("Y-2", "", "sims-care");

    importOrg(lookalike, inUnit, hire("Y-3", "", "ｓims-care"))
        .then()
        .body("refused", equalTo(3))
        .body("results[0].errors[0].column", equalTo("externalId"))
        .body("results[0].errors[0].detail", containsString("similar-key: looks like Y-a1"))
        .body("results[0].errors[0].detail", containsString("character 3 is U+0041 here, U+0061"))
        .body("results[1].errors[0].column", equalTo("orgUnit"))
        .body("results[2].errors[0].column", equalTo("orgUnit"));
    importOrg(hire("Y-4", "", "Sims-New"), hire("y-4", "", "Sims-New"), hire("Y-5", "", "sims-new"))
        .then()
        .body("results.outcome", contains("CREATED", "REFUSED", "REFUSED"))
        .body("results[1].errors[0].detail", containsString("similar-key"));
    post("/v1/org-imports?similarKeysMeant=true", org(lookalike, inUnit))
        .then()
        .body("created", equalTo(2));
    importOrg(hire("Y-6", "", "sims-care")).then().body("created", equalTo(1));
  }

  @Test
  void whatMoreRowsWriteIsTheKeyAndNotTheOddOneThatComesFirst() {
    importOrg(hire("Z1", "", "z-Unit"), hire("Z2", "", "z-unit"), hire("Z3", "", "z-unit"))
        .then()
        .body("results.outcome", contains("REFUSED", "CREATED", "CREATED"));
  }

  @Test
  void aCountryIsOneOfIso3166() {
    post("/v1/org-imports", trouble("country-uk.csv"))
        .then()
        .statusCode(207)
        .body("refused", equalTo(2))
        .body("results.errors.collect { it[0].column }", contains("country", "country"))
        .body("results[0].errors[0].detail", containsString("United Kingdom is GB"));
  }

  @Test
  void aKeyInNdjsonIsAString() {
    asHris()
        .contentType("application/x-ndjson")
        .body(trouble("ndjson-float-id.ndjson"))
        .post("/v1/org-imports")
        .then()
        .statusCode(207)
        .body("refused", equalTo(1))
        .body("results[0].errors[0].row", equalTo(1))
        .body("results[0].errors[0].column", equalTo("externalId"));
  }

  @Test
  void aWorkerTypeIsOneThatHrKeeps() {
    takeIn(hire("WT-1", "", "wt"));
    String apprentice = hire("WT-2", "", "wt").replace("EMPLOYEE", "APPRENTICE");

    importOrg(apprentice)
        .then()
        .body("refused", equalTo(1))
        .body("results[0].errors[0].column", equalTo("workerType"))
        .body("results[0].errors[0].detail", containsString("CONTRACTOR, EMPLOYEE"));
    asEmployee("WT-1", "hr-lead")
        .contentType("application/json")
        .body("{\"code\": \"APPRENTICE\"}")
        .post("/v1/worker-types")
        .then()
        .statusCode(201);
    asHris().get("/v1/worker-types").then().body("items.code", hasItem("APPRENTICE"));
    importOrg(apprentice).then().body("created", equalTo(1));
    asEmployee("WT-1", "hr-lead").delete("/v1/worker-types/APPRENTICE").then().statusCode(409);
    takeIn(row("WT-2", "TERMINATE", "2026-01-01"));
    asEmployee("WT-1", "hr-lead").delete("/v1/worker-types/APPRENTICE").then().statusCode(204);
    asEmployee("WT-1", "hr-lead").delete("/v1/worker-types/APPRENTICE").then().statusCode(404);
  }

  @Test
  void whoRestsOnARefusedRowIsToldThatAndNotWhatFollowsFromIt() {
    importOrg(
            hire("R1", "", "r").replace(",NL,", ",UK,"),
            hire("R2", "R1", "r"),
            hire("R3", "", "r").replace(",NL,", ",UK,"),
            hire("R3", "R4", "r").replace(",LINE,", ",DOTTED,"),
            hire("R4", "", "r"),
            row("R3", "CHANGE", "2026-01-01").replace("R3,,", "R3,Other,"))
        .then()
        .body(
            "results.outcome",
            contains("REFUSED", "REFUSED", "REFUSED", "REFUSED", "CREATED", "REFUSED"))
        .body("results[1].errors[0].detail", containsString("own row 1 in this file is refused"))
        .body("results[3].errors.detail", hasItem(containsString("row 3, which")))
        .body("results[5].errors[0].detail", containsString("row 3, which hires them, is refused"));
  }

  @Test
  void ofTwoRowsAboutTheSameABadOneLeavesTheOtherAlone() {
    importOrg(hire("QQ1", "", "q").replace(",NL,", ",UK,"), hire("QQ1", "", "q"))
        .then()
        .body("results.outcome", contains("REFUSED", "CREATED"));
    importOrg(hire("QQ2", "QQ-nobody", "q"), hire("QQ2", "", "q"))
        .then()
        .body("results.outcome", contains("REFUSED", "CREATED"));
  }

  @Test
  void aCircleTakesNoOtherLineOfTheSamePersonWithIt() {
    takeIn(hire("U1", "", "u"), hire("U2", "U1", "u"));

    importOrg(
            hire("U3", "U4", "u").replace(",,,2020", ",,A-1,2020"),
            hire("U4", "U3", "u"),
            hire("U3", "U1", "u").replace(",,,2020", ",,A-2,2020"))
        .then()
        .body("results.outcome", contains("REFUSED", "REFUSED", "CREATED"));
  }

  @Test
  void aRefusedRowClosesNoCircleForOthers() {
    takeIn(hire("V1", "", "v"), hire("V2", "V1", "v"));

    importOrg(
            // Dated before the hiring, so refused; with it V3 would be above its own managers.
            row("V1", "CHANGE", "2019-01-01").replace("V1,,,,,", "V1,,,,V3,"),
            hire("V3", "V2", "v"))
        .then()
        .body("results[1].outcome", equalTo("CREATED"));
  }

  @Test
  void aDryRunSaysOfEachFieldWhatItWasAndWarnsOfAnotherName() {
    takeIn(hire("RH-1", "", "rh"), hire("RH-2", "RH-1", "rh"));
    takeIn(row("RH-2", "TERMINATE", "2026-01-01"));
    String back =
        hire("RH-2", "", "rh-two")
            .replace("Given,Family", "Nora,Bell")
            .replace("2020-01-01,HIRE", "2026-02-01,REHIRE");

    post("/v1/org-imports?dryRun=true", org(back))
        .then()
        .body("results[0].outcome", equalTo("CHANGED"))
        .body("results[0].changes.find { it.column == 'givenName' }.from", equalTo("Given"))
        .body("results[0].changes.find { it.column == 'givenName' }.to", equalTo("Nora"))
        .body("results[0].changes.find { it.column == 'orgUnit' }.to", equalTo("rh-two"))
        .body("results[0].changes.find { it.column == 'managerExternalId' }.from", equalTo("RH-1"))
        .body("results[0].changes.find { it.column == 'managerExternalId' }.to", nullValue())
        .body("results[0].changes.find { it.column == 'employmentStatus' }.to", equalTo("ACTIVE"))
        .body("results[0].warnings[0].column", equalTo("givenName"))
        .body("results[0].warnings[0].detail", containsString("RH-2"));
    post("/v1/org-imports?dryRun=true", org(back.replace("Nora,Bell", "Nora,Family")))
        .then()
        .body("results[0].warnings", nullValue());
    importOrg(back)
        .then()
        .body("results[0].changes", nullValue())
        .body("results[0].warnings[0].column", equalTo("givenName"));
  }

  @Test
  void aPermitLetsOneFileThroughWithinItsTime() {
    takeIn(
        IntStream.range(0, 61)
            .mapToObj(i -> hire("GU%03d".formatted(i), "", "gu"))
            .toArray(String[]::new));
    permit(29);
    permit(30);
    clock.advance(Duration.ofHours(2));
    permit(40);

    post("/v1/org-imports?dryRun=true", org(leavers(1, 30))).then().statusCode(207);
    importOrg(leavers(1, 30)).then().statusCode(207).body("changed", equalTo(30));
    importOrg(leavers(31, 60)).then().statusCode(422);
    permit(40);
    clock.advance(Duration.ofHours(2));
    importOrg(leavers(31, 60)).then().statusCode(422);
  }

  @Test
  void aDayThatHasBegunSomewhereDoesNotLieAhead() {
    clock.set(Instant.parse("2026-11-28T12:00:00Z"));
    String east = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(13)).toString();

    importOrg(hire("E-1", "", "e").replace("2020-01-01", east)).then().body("created", equalTo(1));
    importOrg(hire("E-2", "", "e").replace("2020-01-01", "2026-11-30"))
        .then()
        .body("results[0].errors[0].column", equalTo("effectiveFrom"));
  }

  private void permit(int atMost) {
    asEmployee("GU000", "hr-lead")
        .contentType("application/json")
        .body("{\"atMost\": %d}".formatted(atMost))
        .post("/v1/org-imports/deactivation-permits")
        .then()
        .statusCode(201);
  }

  private static String[] leavers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> row("GU%03d".formatted(i), "TERMINATE", "2026-06-01"))
        .toArray(String[]::new);
  }
}
