package org.evenhand.attack.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;
import org.evenhand.attack.api.ApiDocument;
import org.evenhand.attack.api.Operation;
import org.evenhand.attack.wire.WireAnswer;
import org.evenhand.attack.wire.WireRequest;

/**
 * Somebody asks HR in confidence, and everybody else reads whatever can be read: nobody finds what
 * was asked, and once it is erased whoever asked doesn't either.
 */
public final class ConfidenceAttack {

  private static final String REQUESTS = "/v1/guidance-requests";

  private static final Set<String> ASKS = Set.of("employee");

  /** Those of HR among them, and who leads others. */
  private static final int TRIED = 12;

  private final Target target;
  private final Findings findings;

  public ConfidenceAttack(Target target, Findings findings) {
    this.target = target;
    this.findings = findings;
  }

  public void run(Consumer<String> out) {
    Caller asker =
        target.callers().stream()
            .filter(caller -> caller.roles().equals(ASKS))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("everybody has a role beside employee"));
    String words = "in confidence " + UUID.randomUUID();
    WireAnswer asked = ask(asker, words);
    if (asked.status() != 201) {
      findings.add("nobody can ask", REQUESTS + " as " + asker.name(), "" + asked.status());
      return;
    }
    String path = REQUESTS + "/" + id(asked);
    int tried = read(asker, path, words);
    erase(asker, path, asked.header("etag"));
    expectNone(asker, path, words);
    expectNone(asker, REQUESTS, words);
    out.accept("confidence: " + tried + " answers without what was asked");
  }

  private WireAnswer ask(Caller asker, String words) {
    return target.send(
        new WireRequest("POST", REQUESTS)
            .header("Authorization", asker.authorization())
            .header("Content-Type", "application/json")
            .body("{\"text\": \"%s\"}".formatted(words).getBytes(StandardCharsets.UTF_8)));
  }

  private static String id(WireAnswer asked) {
    JsonNode request = Target.json(asked.body());
    return request.path("id").asText();
  }

  /** The request itself, and each list that needs no more than a role. */
  private int read(Caller asker, String path, String words) {
    List<Operation> lists =
        ApiDocument.operations(target).stream()
            .filter(each -> each.method().equals("GET") && each.in("path").isEmpty())
            .toList();
    int read = 0;
    for (Caller other : others(asker)) {
      expectNone(other, path, words);
      read++;
      for (Operation list : lists) {
        if (other.hasAny(list.roles())) {
          expectNone(other, list.path(), words);
          read++;
        }
      }
    }
    return read;
  }

  /** Those first who have more than one role: they may read most. */
  private List<Caller> others(Caller asker) {
    return target.callers().stream()
        .filter(caller -> !caller.name().equals(asker.name()))
        .sorted((one, other) -> other.roles().size() - one.roles().size())
        .limit(TRIED)
        .toList();
  }

  private void erase(Caller asker, String path, String etag) {
    WireAnswer erased =
        target.send(
            new WireRequest("DELETE", path)
                .header("Authorization", asker.authorization())
                .header("If-Match", etag));
    if (erased.status() != 204) {
      findings.add(
          "what was asked stays", path + " as " + asker.name(), "erasing: " + erased.status());
    }
  }

  private void expectNone(Caller reader, String path, String words) {
    if (target.get(reader, path).body().contains(words)) {
      findings.add("a confidence is told", path + " as " + reader.name(), "holds what was asked");
    }
  }
}
