package org.evenhand.kit.web;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TokenResource.class)
class MetricsTest {

  @TestHTTPResource("/q/health/live")
  URI live;

  @Test
  void requestsAreCountedByRouteInBucketsAndNoIdIsTold() {
    String id = UUID.randomUUID().toString();
    Door.employee().get("/v1/trials/" + id).then().statusCode(200);
    Door.employee().get("/v1/trials/texts/someone").then().statusCode(200);
    given().get("/v1/trials/" + id).then().statusCode(401);
    Door.hris().get("/v1/trials/" + id).then().statusCode(403);
    Door.employee().get("/v1/trials/" + id + "?x=1").then().statusCode(400);
    Door.employee().delete("/v1/trials/" + id).then().statusCode(405);
    Door.employee().accept("image/png").get("/v1/trials/" + id).then().statusCode(406);
    Door.manager()
        .contentType("text/csv")
        .body("a")
        .patch("/v1/trials/" + id)
        .then()
        .statusCode(415);
    Door.employee().get("/v1/trials/someone").then().statusCode(404);
    Door.employee().get("/v1/nothing/" + id).then().statusCode(404);
    given().get("/nothing/" + id).then().statusCode(404);

    List<String> lines = given().get("/q/metrics").asString().lines().toList();
    List<String> told = lines.stream().filter(line -> line.contains(id)).toList();
    assertEquals(List.of(), told);
    assertEquals(List.of(), lines.stream().filter(line -> line.contains("someone")).toList());
    List<String> buckets =
        lines.stream()
            .filter(line -> line.startsWith("http_server_requests_seconds_bucket"))
            .filter(line -> line.contains("uri=\"/v1/trials/{id}\""))
            .filter(line -> line.contains("status=\"200\""))
            .toList();
    assertTrue(buckets.size() > 20, () -> String.join("\n", lines));
  }

  /** An upgrade in clear text would lead past a proxy that reads HTTP/1.1. */
  @Test
  void aConnectionStaysHttp11() throws Exception {
    HttpClient willing = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    HttpResponse<String> answer =
        willing.send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode());
    assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
  }
}
