package org.evenhand.review.history;

import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Files of more rows than are answered at once, into a database that knows nothing of them. How
 * long they take at 10,000 and at 100,000 rows: {@code ./mvnw test -pl review-service -am
 * -Dtest=LongFileTest -Dsurefire.failIfNoSpecifiedTests=false -Devenhand.test.rows=100000}.
 */
@QuarkusTest
class LongFileTest {

  private static final int ROWS = Integer.getInteger("evenhand.test.rows", 1_500);

  @Test
  void aCompanyItsRatingsAndItsOpportunitiesAreTakenInAsJobs() {
    taken(
        "/v1/org-imports",
        "externalId,givenName,familyName,managerExternalId,orgUnit,jobLevel,jobFamily,workLocation,"
            + "country,legalEntity,workerType,effectiveFrom,action\n",
        row ->
            "long-%d,Given,Family,%s,long-unit-%d,L%d,work,Utrecht,NL,Linden,EMPLOYEE,2020-01-01,HIRE\n"
                .formatted(row, row == 0 ? "" : "long-" + row / 10, row / 50, row % 7));
    taken(
        "/v1/rating-imports",
        "externalId,cycle,periodStart,periodEnd,ordinal,label,scaleSize,reviewerExternalId\n",
        row ->
            "long-%d,long,2013-04-01,2014-03-31,%d,level %d,5,%s\n"
                .formatted(row, row % 5 + 1, row % 5 + 1, row == 0 ? "" : "long-" + row / 10));
    taken(
        "/v1/opportunity-imports",
        "opportunityId,kind,decidedOn,externalId,stage\n",
        row ->
            "long-%d,MOVE,2015-10-01,long-%d,%s\n"
                .formatted(row / 1_000, row, row % 7 == 0 ? "APPLIED" : "ELIGIBLE"));
  }

  private static void taken(String path, String header, IntFunction<String> line) {
    String file =
        IntStream.range(0, ROWS).mapToObj(line).collect(Collectors.joining("", header, ""));
    long start = System.nanoTime();
    Response accepted = post(path, file);
    accepted.then().statusCode(202);
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                asHris()
                    .get(accepted.header("Location"))
                    .<String>path("state")
                    .matches("DONE|FAILED"));
    System.out.printf(
        "%s: %d rows in %s%n", path, ROWS, Duration.ofNanos(System.nanoTime() - start));
    asHris()
        .get(accepted.header("Location"))
        .then()
        .body("state", equalTo("DONE"))
        .body("created", equalTo(ROWS));
  }
}
