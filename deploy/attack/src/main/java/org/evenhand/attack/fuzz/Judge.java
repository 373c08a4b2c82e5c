package org.evenhand.attack.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.attack.Target;
import org.evenhand.attack.api.Operation;
import org.evenhand.attack.wire.WireAnswer;

/** Whether an answer is one that a client was promised. */
final class Judge {

  /**
   * Statuses that may come before the operation is reached; the document has them as its default.
   */
  private static final Set<Integer> OF_THE_DOOR =
      Set.of(400, 404, 405, 406, 413, 414, 415, 429, 431);

  /** What never leaves: traces, statements, names of classes. */
  private static final List<String> INSIDES =
      List.of(
          "java.lang",
          "org.evenhand",
          "Exception",
          "\tat ",
          "SQLSTATE",
          "ERROR:",
          "select ",
          "insert into",
          "org.hibernate",
          "io.quarkus",
          "io.vertx",
          "jackson");

  private static final Duration TOO_LONG = Duration.ofSeconds(10);

  private Judge() {}

  /** What is wrong with it; empty when nothing is. */
  static Optional<String> fault(Operation operation, WireAnswer answer) {
    if (answer.status() == 0) {
      return Optional.of(answer.failure());
    }
    if (answer.status() >= 500 && !isAway(answer)) {
      return Optional.of(answer.status() + " " + start(answer));
    }
    if (answer.status() >= 400) {
      return ofProblem(operation, answer);
    }
    if (!operation.tells(answer.status())) {
      return Optional.of("an undocumented " + answer.status());
    }
    return answer.took().compareTo(TOO_LONG) > 0
        ? Optional.of("took " + answer.took().toSeconds() + " s")
        : Optional.empty();
  }

  private static boolean isAway(WireAnswer answer) {
    return answer.status() == 503 && !answer.header("retry-after").isEmpty();
  }

  private static Optional<String> ofProblem(Operation operation, WireAnswer answer) {
    if (!answer.isProblem()) {
      return Optional.of(answer.status() + " that is no problem document: " + start(answer));
    }
    JsonNode problem = Target.json(answer.body());
    for (String member : List.of("type", "title", "status", "requestId")) {
      if (problem.path(member).isMissingNode()) {
        return Optional.of(answer.status() + " without " + member + ": " + start(answer));
      }
    }
    if (problem.path("status").asInt() != answer.status()) {
      return Optional.of("says " + problem.path("status") + " and is " + answer.status());
    }
    for (String inside : INSIDES) {
      if (answer.body().contains(inside)) {
        return Optional.of("tells of its insides (" + inside.strip() + "): " + start(answer));
      }
    }
    boolean known =
        operation.tells(answer.status()) || OF_THE_DOOR.contains(answer.status()) || isAway(answer);
    return known ? Optional.empty() : Optional.of("an undocumented " + answer.status());
  }

  private static String start(WireAnswer answer) {
    return answer.body().substring(0, Math.min(300, answer.body().length()));
  }
}
