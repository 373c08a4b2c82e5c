package org.evenhand.kit.data.imports;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.evenhand.kit.data.Database;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/**
 * A large file from the socket to the last chunk. For the million: {@code ./mvnw test -pl
 * service-kit/data -Dtest=MillionRowsTest -Devenhand.test.rows=1000000 -DargLine=-Xmx256m}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class MillionRowsTest {

  private static final long ROWS = Long.getLong("evenhand.test.rows", 20_000);

  @Inject Database database;

  @Test
  void aFileThatIsSentInChunksIsAppliedAsAJob() throws Exception {
    database.execute("delete from person");
    HttpRequest request =
        HttpRequest.newBuilder(url("/v1/person-imports"))
            .header("Authorization", bearer())
            .header("Content-Type", "text/csv")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new GeneratedCsv(ROWS)))
            .build();
    long start = System.nanoTime();
    var accepted = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(202, accepted.statusCode(), accepted.body());
    URI location = url(accepted.headers().firstValue("Location").orElseThrow());
    Duration received = Duration.ofNanos(System.nanoTime() - start);

    await()
        .atMost(Duration.ofMinutes(15))
        .until(() -> view(location).getString("state").equals("DONE"));
    assertEquals(ROWS, view(location).getLong("created"));
    assertEquals(ROWS, database.number("select count(*) from person"));
    System.out.printf(
        "%d rows: received in %s, applied after %s%n",
        ROWS, received, Duration.ofNanos(System.nanoTime() - start));
  }

  private static JsonPath view(URI location) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(location).header("Authorization", bearer()).build();
    return new JsonPath(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }

  private static String bearer() {
    return Tokens.forEmployee("E1", "employee").bearer();
  }

  private static URI url(String path) {
    return URI.create("http://localhost:" + RestAssured.port + path);
  }
}
