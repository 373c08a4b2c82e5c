package org.evenhand.review.directory;

import static org.evenhand.review.Hris.asEmployee;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.importOrg;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.evenhand.kit.test.Events;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrgImportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void takesInPeopleWhoseManagerComesAfterThem() throws Exception {
    var result =
        importOrg(hire("A3", "A2", "care"), hire("A2", "A1", "care"), hire("A1", "", "board"));

    result.then().statusCode(207).body("created", equalTo(3)).body("refused", equalTo(0));
    asEmployee("A1", "employee", "manager")
        .get("/v1/employees?q=A")
        .then()
        .statusCode(200)
        .body("items.externalId", contains("A1", "A2", "A3"));
    List<String> ids = result.path("results.id");
    var events =
        Events.ofTest()
            .await("evenhand.internal.directory", 3, record -> ids.contains(record.key()));
    assertEquals(3, events.size());
    JsonNode first =
        JSON.readTree(
            events.stream().filter(e -> e.key().equals(ids.get(0))).findFirst().get().value());
    assertEquals("A3", first.path("externalId").asText());
    assertEquals(ids.get(1), first.path("managerId").asText());
  }
}
