package org.evenhand.attack.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;
import org.evenhand.attack.api.ApiDocument;
import org.evenhand.attack.api.KnownIds;
import org.evenhand.attack.api.Operation;
import org.evenhand.attack.wire.WireAnswer;
import org.evenhand.attack.wire.WireRequest;

/** Every operation without a token, with forged tokens, and as each caller who lacks the role. */
public final class DoorAttack {

  private final Target target;
  private final Findings findings;

  public DoorAttack(Target target, Findings findings) {
    this.target = target;
    this.findings = findings;
  }

  public void run(Consumer<String> out) {
    List<Operation> operations = ApiDocument.operations(target);
    KnownIds ids = KnownIds.harvest(target, operations);
    List<String> forged = forged(target.callers().get(0));
    int tried = 0;
    for (Operation operation : operations) {
      String path = path(operation, ids);
      if (operation.roles().isEmpty()) {
        continue;
      }
      expect(operation, send(operation, path, ""), 401, "without a token");
      for (String token : forged) {
        expect(operation, send(operation, path, token), 401, "with a forged token");
        tried++;
      }
      for (Caller caller : oneOfEachKind()) {
        if (!caller.hasAny(operation.roles())) {
          expect(
              operation, send(operation, path, caller.authorization()), 403, "as " + caller.name());
          tried++;
        }
      }
    }
    out.accept("doors: " + tried + " knocks at " + operations.size() + " operations");
  }

  /** Callers with the same roles find the same operations closed. */
  private Collection<Caller> oneOfEachKind() {
    Map<Set<String>, Caller> kinds = new LinkedHashMap<>();
    target.callers().forEach(caller -> kinds.putIfAbsent(caller.roles(), caller));
    return kinds.values();
  }

  private void expect(Operation operation, WireAnswer answer, int status, String how) {
    if (answer.status() != status && answer.status() != 429) {
      findings.add(
          "door of " + operation.id(),
          how,
          status + " expected, seen " + answer.status() + answer.failure());
    }
  }

  /** Each request also claims identities in headers; none of them may count. */
  private WireAnswer send(Operation operation, String path, String authorization) {
    WireRequest request =
        new WireRequest(operation.method(), path)
            .header("X-Employee-Id", "L003")
            .header("X-Forwarded-User", "grace")
            .header("X-Roles", "hr-lead");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (operation.takesBody()) {
      String body =
          operation.takesJson() ? operation.example().toString() : operation.example().asText();
      request.header("Content-Type", operation.media()).body(body.getBytes(StandardCharsets.UTF_8));
    }
    return target.send(request);
  }

  private static String path(Operation operation, KnownIds ids) {
    Random random = new Random(1);
    String path = operation.path();
    for (Operation.Parameter parameter : operation.in("path")) {
      path =
          path.replace(
              "{" + parameter.name() + "}", ids.of(operation.path(), parameter.name(), random));
    }
    return path;
  }

  /**
   * A valid token without its signature, with another algorithm, with other claims, or cut in half.
   */
  private static List<String> forged(Caller caller) {
    String token = caller.bearer().get();
    String[] parts = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String lead = encode(claims.replace("\"roles\":[", "\"roles\":[\"hr-lead\",\"auditor\","));
    String none = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    String symmetric = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    return List.of(
        "Bearer " + none + "." + parts[1] + ".",
        "Bearer " + none + "." + lead + "." + parts[2],
        "Bearer " + symmetric + "." + parts[1] + "." + parts[2],
        "Bearer " + parts[0] + "." + lead + "." + parts[2],
        "Bearer " + parts[0] + "." + parts[1] + "." + parts[2].substring(0, 20),
        "Bearer " + parts[0] + "." + parts[1],
        "Bearer ",
        "Basic Z3JhY2U6eA==");
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
