package org.evenhand.attack.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.evenhand.attack.Caller;
import org.evenhand.attack.Findings;
import org.evenhand.attack.Target;
import org.evenhand.attack.api.ApiDocument;
import org.evenhand.attack.api.Operation;
import org.evenhand.attack.wire.WireAnswer;
import org.evenhand.attack.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks HR in confidence and is answered, and everybody else reads whatever can be read:
 * nobody finds what was asked, nor that it was, and once it is erased whoever asked doesn't either.
 */
public final class ConfidenceAttack {

  private static final String REQUESTS = "/v1/guidance-requests";

  private static final Set<String> ASKS = Set.of("employee");
  private static final Set<String> HR = Set.of("hr", "hr-lead");
  private static final Set<Integer> CLOSED = Set.of(403, 404);

  /** Those of HR among them, and who leads others. */
  private static final int TRIED = 12;

  private final Target target;
  private final Findings findings;
  private List<Operation> lists = List.of();
  private int tried;

  public ConfidenceAttack(Target target, Findings findings) {
    this.target = target;
    this.findings = findings;
  }

  public void run(Consumer<String> out) {
    lists =
        ApiDocument.operations(target).stream()
            .filter(each -> each.method().equals("GET") && each.in("path").isEmpty())
            .toList();
    Caller asker =
        target.callers().stream()
            .filter(caller -> caller.roles().equals(ASKS))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("everybody has a role beside employee"));
    String words = "in confidence " + UUID.randomUUID();
    WireAnswer asked = post(asker, REQUESTS, null, words);
    if (asked.status() != 201) {
      findings.add("nobody can ask", REQUESTS + " as " + asker.name(), "" + asked.status());
      return;
    }
    String id = Target.json(asked.body()).path("id").asText();
    String path = REQUESTS + "/" + id;
    for (Caller other : others(asker)) {
      expectNone(other, path, words);
      readLists(other, other.hasAny(HR) ? List.of(words) : List.of(words, id));
    }
    String helper = answered(path, words);
    for (Caller other : others(asker)) {
      if (!other.name().equals(helper)) {
        expectClosed(other, path);
        readLists(other, List.of(words, id));
      }
    }
    erase(asker, path);
    expectClosed(asker, path);
    expectNone(asker, REQUESTS, words, id);
    out.accept("confidence: " + tried + " answers without what was asked");
  }

  /** By the first of HR who may know of it; the name of whom it was. */
  private String answered(String path, String words) {
    Optional<Caller> found =
        target.callers().stream()
            .filter(caller -> caller.hasAny(HR) && target.get(caller, path).status() == 200)
            .findFirst();
    if (found.isEmpty()) {
      findings.add("nobody of HR can claim", path, "it waits for nobody");
      return "";
    }
    Caller helper = found.get();
    for (String step : List.of("/claim", "/answer")) {
      String etag = target.get(helper, path).header("etag");
      WireAnswer done =
          post(helper, path + step, etag, step.equals("/claim") ? null : words + " answered");
      if (done.status() != 200) {
        findings.add("nobody answers", path + step + " as " + helper.name(), "" + done.status());
      }
    }
    return helper.name();
  }

  private WireAnswer post(Caller who, String path, @Nullable String etag, @Nullable String words) {
    WireRequest request =
        new WireRequest("POST", path).header("Authorization", who.authorization());
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return target.send(
        words == null
            ? request
            : request
                .header("Content-Type", "application/json")
                .body("{\"text\": \"%s\"}".formatted(words).getBytes(StandardCharsets.UTF_8)));
  }

  /** Each list that needs no more than a role. */
  private void readLists(Caller other, List<String> secrets) {
    for (Operation list : lists) {
      if (other.hasAny(list.roles())) {
        expectNone(other, list.path(), secrets.toArray(String[]::new));
      }
    }
  }

  /** Those first who have more than one role: they may read most. */
  private List<Caller> others(Caller asker) {
    return target.callers().stream()
        .filter(caller -> !caller.name().equals(asker.name()))
        .sorted((one, other) -> other.roles().size() - one.roles().size())
        .limit(TRIED)
        .toList();
  }

  private void erase(Caller asker, String path) {
    WireAnswer erased =
        target.send(
            new WireRequest("DELETE", path)
                .header("Authorization", asker.authorization())
                .header("If-Match", target.get(asker, path).header("etag")));
    if (erased.status() != 204) {
      findings.add(
          "what was asked stays", path + " as " + asker.name(), "erasing: " + erased.status());
    }
  }

  private void expectClosed(Caller reader, String path) {
    tried++;
    int status = target.get(reader, path).status();
    if (!CLOSED.contains(status)) {
      findings.add("a confidence is told", path + " as " + reader.name(), "" + status);
    }
  }

  /** What fails by a fault of ours tells nothing, and proves as little. */
  private void expectNone(Caller reader, String path, String... secrets) {
    tried++;
    WireAnswer answer = target.get(reader, path);
    if (answer.status() >= 500) {
      findings.add("nothing is read", path + " as " + reader.name(), "" + answer.status());
    }
    if (Stream.of(secrets).anyMatch(answer.body()::contains)) {
      findings.add("a confidence is told", path + " as " + reader.name(), "holds what was asked");
    }
  }
}
