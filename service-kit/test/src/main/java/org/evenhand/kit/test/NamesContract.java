package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The names of people in answers, for a service that knows people by id alone. A service extends it
 * as a {@code @QuarkusTest} with {@link NamesResource}.
 */
public abstract class NamesContract {

  /** More than there are connections to the database. */
  private static final int MANY = 24;

  private static final String TABLES =
      "select format('%I.%I', schemaname, tablename) from pg_tables"
          + " where schemaname not in ('pg_catalog', 'information_schema')";

  /** An answer that speaks of people, to somebody who may know them. */
  protected abstract Response read();

  /** A command with this Idempotency-Key, whose answer speaks of people. */
  protected abstract Response command(String key);

  /** An answer that needs the database and speaks of nobody. */
  protected abstract Response elsewhere();

  protected abstract DataSource database();

  @Test
  void everybodyIsNamed() {
    assertNamed(read());
  }

  @Test
  void theAnswerToACommandIsNamedAndStoredWithoutNames() throws SQLException {
    String key = UUID.randomUUID().toString();
    Response first = command(key);
    assertNamed(first);
    assertEquals(first.asString(), command(key).asString());

    assertEquals(List.of(), tablesWithNames());
  }

  @Test
  void whileReviewServiceIsAwayAnswersHaveIdsAlone() {
    NamesResource.whileAway(() -> assertUnnamed(read()));
  }

  @Test
  void whileNamesAreWaitedForNoConnectionToTheDatabaseIsHeld() {
    ExecutorService readers = Executors.newCachedThreadPool();
    List<CompletableFuture<Response>> waiting = new ArrayList<>();
    try {
      NamesResource.whileSilent(
          () -> {
            Stream.generate(() -> CompletableFuture.supplyAsync(this::read, readers))
                .limit(MANY)
                .forEach(waiting::add);
            NamesResource.awaitWaiting(MANY);
            elsewhere().then().statusCode(200);
            assertTrue(waiting.stream().noneMatch(CompletableFuture::isDone));
          });
      waiting.stream().map(CompletableFuture::join).forEach(NamesContract::assertNamed);
    } finally {
      readers.shutdown();
    }
  }

  private static void assertNamed(Response answer) {
    assertPeople(answer, Set.of("id", "name"));
  }

  /** For an answer to somebody who is told no names. */
  protected static void assertUnnamed(Response answer) {
    assertPeople(answer, Set.of("id"));
  }

  private static void assertPeople(Response answer, Set<String> fields) {
    assertEquals(2, answer.statusCode() / 100, answer::asString);
    List<JsonNode> people = people(json(answer));
    assertFalse(people.isEmpty(), answer::asString);
    for (JsonNode person : people) {
      assertEquals(fields, fields(person), answer::asString);
      assertTrue(
          !person.has("name")
              || person.path("name").asText().equals(NamesResource.nameOf(text(person, "id"))),
          answer::asString);
    }
  }

  private static List<JsonNode> people(JsonNode node) {
    return isPerson(node)
        ? List.of(node)
        : node.valueStream().flatMap(child -> people(child).stream()).toList();
  }

  private static boolean isPerson(JsonNode node) {
    Set<String> fields = fields(node);
    return fields.contains("id") && Set.of("id", "name").containsAll(fields);
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> fields = new HashSet<>();
    node.fieldNames().forEachRemaining(fields::add);
    return fields;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  private static JsonNode json(Response answer) {
    try {
      return new ObjectMapper().readTree(answer.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.asString(), e);
    }
  }

  private List<String> tablesWithNames() throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database().getConnection()) {
      for (String table : column(connection, TABLES)) {
        String rows =
            "select 1 from %s as each where cast(each as text) like '%%%s%%' limit 1"
                .formatted(table, NamesResource.nameOf(""));
        if (!column(connection, rows).isEmpty()) {
          found.add(table);
        }
      }
    }
    return found;
  }

  private static List<String> column(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
