package org.evenhand.kit.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.evenhand.kit.data.idempotency.AnswerPurge;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class IdempotencyTest {

  @Inject Database database;
  @Inject TestClock clock;
  @Inject AnswerPurge purge;

  private final String key = UUID.randomUUID().toString();
  private final String name = UUID.randomUUID().toString();

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndNothingHappensTwice() {
    Response first = create("E1", key, name, 0);
    Response repeat = create("E1", key, name, 0);

    assertEquals(201, first.statusCode());
    assertEquals("\"0\"", first.header("ETag"));
    assertTrue(first.header("Location").startsWith("/v1/things/"), first.header("Location"));
    assertSame(first, repeat);
    assertEquals(1, things());
  }

  @Test
  void repeatsAtTheSameMomentHaveOneEffectAndOneAnswer() throws Exception {
    List<Response> all = atOnce(8, () -> create("E1", key, name, 300));

    all.forEach(each -> assertSame(all.get(0), each));
    assertEquals(201, all.get(0).statusCode());
    assertEquals(1, things());
  }

  @Test
  void aRepeatThatWouldWaitTooLongIsTold() throws Exception {
    List<Response> all = atOnce(2, () -> create("E1", key, name, 4_500));

    assertEquals(List.of(201, 409), all.stream().map(Response::statusCode).sorted().toList());
    assertEquals(1, things());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    create("E1", key, name, 0);

    create("E1", key, "another", 0)
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/idempotency-key-reused"));
  }

  @Test
  void aKeyBelongsToItsCaller() {
    Response first = create("E1", key, name, 0);
    Response other = create("E2", key, name, 0);

    assertEquals(201, other.statusCode());
    assertNotEquals(first.header("Location"), other.header("Location"));
  }

  @Test
  void aFailedFirstRequestLeavesTheKeyFree() {
    String forbidden = "{\"name\":\"forbidden\",\"slowMillis\":0}";
    as("E1")
        .header("Idempotency-Key", key)
        .body(forbidden)
        .post("/v1/things")
        .then()
        .statusCode(422);

    assertEquals(201, create("E1", key, name, 0).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "ümlaut"})
  void aKeyThatIsNotVisibleAsciiIsRefused(String bad) {
    as("E1")
        .header("Idempotency-Key", bad)
        .body("{\"name\":\"x\",\"slowMillis\":0}")
        .post("/v1/things")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("Idempotency-Key"));
  }

  @Test
  void aKeyOf256CharactersIsRefused() {
    assertEquals(400, create("E1", "k".repeat(256), name, 0).statusCode());
    assertEquals(201, create("E1", key + "k".repeat(255 - key.length()), name, 0).statusCode());
  }

  @Test
  void anAnswerIsForgottenAfterADay() {
    create("E1", key, name, 0);
    clock.advance(Duration.ofHours(23));
    create("E1", key, name, 0);
    assertEquals(1, things());

    clock.advance(Duration.ofHours(2));
    create("E1", key, name, 0);
    assertEquals(2, things());
  }

  @Test
  void whatHasExpiredIsPurged() {
    String location = create("E1", key, name, 0).header("Location");
    clock.advance(Duration.ofHours(25));
    Database.await(purge::purge);

    assertEquals(
        0, database.number("select count(*) from idempotency where location = ?", location));
  }

  @Test
  void whoHasTheTableAndTheWordsCannotTellWhoHasSaidThem() throws Exception {
    String location = create("E1", key, name, 0).header("Location");
    create("E1", UUID.randomUUID().toString(), name, 0);
    create("E2", UUID.randomUUID().toString(), name, 0);

    List<List<Object>> hashes =
        database.rows(
            "select encode(command, 'hex'), encode(request_hash, 'hex') from idempotency"
                + " where body like '%' || ? || '%'",
            name);
    assertEquals(3, hashes.size());
    assertEquals(6, hashes.stream().flatMap(List::stream).distinct().count(), "no two are alike");
    String canonical = "{\"name\":\"%s\",\"slowMillis\":0}".formatted(name);
    String row =
        (String)
            database
                .rows("select cast(i as text) from idempotency i where location = ?", location)
                .get(0)
                .get(0);
    assertFalse(row.contains(key), "the key itself would let anybody try words out");
    assertFalse(row.contains(hexOfSha256(canonical)));
    assertFalse(row.contains("E1"), "nor does it say who");
    assertSame(create("E1", key, name, 0), create("E1", key, name, 0));
  }

  private static String hexOfSha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void withoutAKeyEachRequestCounts() {
    String body = "{\"name\":\"%s\",\"slowMillis\":0}".formatted(name);
    as("E1").body(body).post("/v1/things").then().statusCode(201);
    as("E1").body(body).post("/v1/things").then().statusCode(201);

    assertEquals(2, things());
  }

  @Test
  void ofTwoChangesOfOneVersionAtTheSameMomentOneGets412() throws Exception {
    String location = create("E1", key, name, 0).header("Location");

    List<Response> all =
        atOnce(
            2,
            () ->
                as("E1")
                    .header("If-Match", "\"0\"")
                    .body("{\"name\":\"new\",\"slowMillis\":400}")
                    .put(location));

    assertEquals(List.of(200, 412), all.stream().map(Response::statusCode).sorted().toList());
    all.stream()
        .filter(each -> each.statusCode() == 412)
        .forEach(
            each ->
                each.then()
                    .body("type", equalTo("http://localhost:8080/problems/precondition-failed")));
    assertEquals(
        1L, database.rows("select version from thing where name = 'new' order by 1").get(0).get(0));
  }

  @Test
  void aDependencyThatIsAwayIsA503() {
    as("E1")
        .get("/v1/away")
        .then()
        .statusCode(503)
        .body("type", startsWith("http://localhost:8080/problems/dependency-unavailable"));
  }

  private static void assertSame(Response first, Response repeat) {
    assertEquals(first.statusCode(), repeat.statusCode());
    assertEquals(first.body().asString(), repeat.body().asString());
    assertEquals(first.header("Location"), repeat.header("Location"));
    assertEquals(first.header("ETag"), repeat.header("ETag"));
    assertEquals(first.contentType(), repeat.contentType());
  }

  private static Response create(String person, String key, String name, int slowMillis) {
    return as(person)
        .header("Idempotency-Key", key)
        .body("{\"name\":\"%s\",\"slowMillis\":%d}".formatted(name, slowMillis))
        .post("/v1/things");
  }

  private static RequestSpecification as(String person) {
    return given()
        .header("Authorization", Tokens.forEmployee(person, "employee").bearer())
        .contentType(ContentType.JSON);
  }

  private long things() {
    return database.number("select count(*) from thing where name = ?", name);
  }

  private static List<Response> atOnce(int count, Callable<Response> request) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      CyclicBarrier start = new CyclicBarrier(count);
      List<Future<Response>> running =
          IntStream.range(0, count)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return request.call();
                          }))
              .toList();
      List<Response> answers = new java.util.ArrayList<>();
      for (Future<Response> each : running) {
        answers.add(each.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }
}
