package org.evenhand.kit.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every operation of a service's OpenAPI document with every role, without a token, and with one of
 * those that are expired, foreign, unsigned or for another audience: the operations take turns with
 * these, because they are refused before anybody looks at the operation. The test states the
 * expected roles per operation id; an operation that it doesn't state fails, and so does a stated
 * one that no longer exists. Which objects are open to a caller is tested by each service's {@link
 * RelationMatrix}.
 */
public final class RoleMatrix {

  public static final List<String> ROLES =
      List.of("employee", "manager", "hr", "hr-lead", "auditor", "hris", "insight", "service");

  private static final Set<String> OF_CLIENTS = Set.of("hris", "insight", "service");

  /** A token that would have every right, if only it were ours. */
  private static final List<String> REFUSED =
      Tokens.forEmployee("E1", ROLES.toArray(String[]::new)).refused();

  /** Identities that a client might claim; no header carries an identity. */
  private static final Map<String, String> PRETENDED =
      Map.of(
          "X-Forwarded-User", "E1",
          "X-Remote-User", "E1",
          "X-Employee-Id", "E1",
          "X-Roles", String.join(",", ROLES),
          "X-Userinfo", "eyJlbXBsb3llZV9pZCI6IkUxIn0");

  private final Map<String, Set<String>> doors;
  private int turns;

  private RoleMatrix(Map<String, Set<String>> doors) {
    this.doors = doors;
  }

  /** Operation id to the roles that may call it. */
  public static Stream<DynamicTest> of(Map<String, Set<String>> doors) {
    return new RoleMatrix(doors).tests();
  }

  private Stream<DynamicTest> tests() {
    var operations = OpenApiDocument.ofRunningService().operations();
    var listed =
        DynamicTest.dynamicTest(
            "every operation is listed, and every listed one exists",
            () ->
                assertEquals(
                    new TreeSet<>(doors.keySet()),
                    new TreeSet<>(
                        operations.stream().map(OpenApiDocument.Operation::id).toList())));
    return Stream.concat(
        Stream.of(listed),
        operations.stream().filter(o -> doors.containsKey(o.id())).flatMap(this::tests));
  }

  private Stream<DynamicTest> tests(OpenApiDocument.Operation operation) {
    var anonymous =
        DynamicTest.dynamicTest(
            operation.id() + " without a token of ours",
            () -> {
              assertEquals(401, knock(operation, null).status());
              String token = REFUSED.get(Math.floorMod(turns++, REFUSED.size()));
              assertEquals(401, knock(operation, token).status(), token);
            });
    var roles = ROLES.stream().map(role -> test(operation, role));
    var nobodies =
        doors.getOrDefault(operation.id(), Set.of()).stream()
            .sorted()
            .map(role -> nobody(operation, role));
    return Stream.of(Stream.of(anonymous), roles, nobodies).flatMap(tests -> tests);
  }

  /** A person has to work here, and a client isn't a person. */
  private DynamicTest nobody(OpenApiDocument.Operation operation, String role) {
    return DynamicTest.dynamicTest(
        operation.id() + " is closed to nobody with the role " + role,
        () -> {
          for (Tokens token :
              List.of(Tokens.forNobody(role), Tokens.forEmployee("nobody-knows-me", role))) {
            var response = knockProperly(operation, token.bearer());
            assertEquals(403, response.status(), response::body);
            assertTrue(response.body().contains("/employee-unknown\""), response::body);
          }
        });
  }

  private DynamicTest test(OpenApiDocument.Operation operation, String role) {
    boolean open = doors.getOrDefault(operation.id(), Set.of()).contains(role);
    return DynamicTest.dynamicTest(
        operation.id() + (open ? " opens to " : " is closed to ") + role,
        () -> {
          var client = knock(operation, Tokens.forClient("role-matrix", role).bearer());
          if (!OF_CLIENTS.contains(role)) {
            assertEquals(403, client.status(), client::body);
            assertTrue(client.body().contains("/forbidden\""), client::body);
          }
          var response =
              OF_CLIENTS.contains(role)
                  ? client
                  : knock(operation, Tokens.forEmployee("nobody-knows-me", role).bearer());
          if (open) {
            assertNotEquals(401, response.status(), response::body);
            assertTrue(
                response.status() != 403 || !response.body().contains("/forbidden\""),
                response::body);
            assertTrue(response.status() < 500, response::body);
          } else {
            assertEquals(403, response.status(), response::body);
          }
        });
  }

  /** With the document's example, so that nothing but the caller is wrong. */
  private static Answer knockProperly(OpenApiDocument.Operation operation, String token) {
    var document = OpenApiDocument.ofRunningService();
    var request = Knock.with(token);
    String path = operation.path();
    for (var declared : operation.node().path("parameters")) {
      var parameter = document.resolved(declared);
      String name = parameter.path("name").asText();
      switch (parameter.path("in").asText()) {
        case "path" ->
            path = path.replace("{" + name + "}", Examples.ofParameter(document, parameter));
        case "query" -> {
          if (parameter.path("required").asBoolean()) {
            request.query(name, Examples.ofParameter(document, parameter));
          }
        }
        default -> {}
      }
    }
    var media = operation.node().path("requestBody").path("content").fieldNames();
    if (media.hasNext()) {
      String body = Examples.ofRequest(document, operation);
      request.body(media.next(), body == null ? "externalId\nE1\n" : body);
    }
    return request.ask(operation.verb(), path);
  }

  private static Answer knock(OpenApiDocument.Operation operation, @Nullable String token) {
    var request = Knock.with(token);
    PRETENDED.forEach(request::header);
    if (Set.of("post", "put", "patch").contains(operation.verb())) {
      var media = operation.node().path("requestBody").path("content").fieldNames();
      request.body(media.hasNext() ? media.next() : "application/json", "{}");
    }
    var path = operation.path().replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
    return request.ask(operation.verb(), path);
  }
}
