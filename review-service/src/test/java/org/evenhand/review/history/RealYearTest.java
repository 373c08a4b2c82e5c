package org.evenhand.review.history;

import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.done;
import static org.evenhand.review.Hris.post;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.junit.jupiter.api.Test;

/**
 * A year that really happened: 1,663 people and their marks, see the source note beside the file.
 */
@QuarkusTest
class RealYearTest {

  private static final int PEOPLE = 1663;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Integer> ORDINALS =
      Map.of("Exceeded", 3, "Met", 2, "Improvement needed", 1);

  @Test
  void takesInAYearThatReallyHappened() throws Exception {
    List<String[]> people = people();

    Response org = done(post("/v1/org-imports", orgFile(people)));
    org.then().body("state", equalTo("DONE")).body("created", equalTo(PEOPLE));
    Response ratings = done(post("/v1/rating-imports", ratingFile(people)));
    ratings.then().body("state", equalTo("DONE")).body("created", equalTo(PEOPLE));

    var events =
        Events.ofTest()
            .await(
                "evenhand.internal.ratings",
                PEOPLE,
                event -> event.value().contains("\"cycleKey\":\"2013-14\""));
    assertEquals(PEOPLE, events.size());
    Map<Integer, Integer> marks = new TreeMap<>();
    Set<String> rated = new HashSet<>();
    for (var event : events) {
      JsonNode state = JSON.readTree(event.value());
      marks.merge(state.path("ordinal").asInt(), 1, Integer::sum);
      rated.add(state.path("employeeId").asText());
    }
    EventSchemas.check(events.get(0));
    assertEquals(Map.of(3, 400, 2, 1217, 1, 46), marks, "as it was published");
    assertEquals(PEOPLE, rated.size());
    asHris()
        .get("/v1/ratings?cycle=2013-14&limit=200")
        .then()
        .body("items.size()", equalTo(200))
        .body("items[0].scaleSize", equalTo(3));

    Response again = done(post("/v1/rating-imports", ratingFile(people)));
    again.then().body("unchanged", equalTo(PEOPLE));
  }

  private static String orgFile(List<String[]> people) {
    return people.stream()
        .map(
            cells ->
                cells[0]
                    + ",Given,Family,department-of-health,unknown,civil-service,London,GB,"
                    + "Department of Health,EMPLOYEE,2013-04-01,HIRE")
        .collect(
            Collectors.joining(
                "\n",
                "externalId,givenName,familyName,orgUnit,jobLevel,jobFamily,workLocation,country,"
                    + "legalEntity,workerType,effectiveFrom,action\n",
                "\n"));
  }

  private static String ratingFile(List<String[]> people) {
    return people.stream()
        .map(
            cells ->
                "%s,%s,2013-04-01,2014-03-31,%d,%s,3"
                    .formatted(cells[0], cells[1], ORDINALS.get(cells[2]), cells[2]))
        .collect(
            Collectors.joining(
                "\n", "externalId,cycle,periodStart,periodEnd,ordinal,label,scaleSize\n", "\n"));
  }

  private static List<String[]> people() {
    try (InputStream in =
        RealYearTest.class.getResourceAsStream(
            "/real-year/department-of-health-2013-14.ratings.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
