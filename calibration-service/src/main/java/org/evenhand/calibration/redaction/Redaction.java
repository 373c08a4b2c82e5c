package org.evenhand.calibration.redaction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * Takes names, units, places and dates out of texts that everybody will read. It is asked before a
 * transaction begins: a slow neighbour must not hold a connection.
 */
@ApplicationScoped
public class Redaction {

  private final Redactor redactor;

  Redaction(@RestClient Redactor redactor) {
    this.redactor = redactor;
  }

  /**
   * @param near whose names are found in careless spellings too
   * @return what is left of each of the texts
   * @throws Problem 503 while review-service is away: nothing is stored as it was written
   */
  public Uni<UnaryOperator<String>> of(Collection<String> texts, Collection<UUID> near) {
    List<String> written = texts.stream().distinct().toList();
    return written.isEmpty()
        ? Uni.createFrom().item(UnaryOperator.identity())
        : redactor
            .redact(new Redactor.Written(written, near))
            .onFailure()
            .transform(failure -> away())
            .map(left -> each(written, left.texts()));
  }

  private static UnaryOperator<String> each(List<String> written, List<String> left) {
    if (left.size() != written.size()) {
      throw away();
    }
    Map<String, String> byText = new HashMap<>();
    for (int at = 0; at < written.size(); at++) {
      byText.put(written.get(at), left.get(at));
    }
    return text -> Objects.requireNonNull(byText.get(text));
  }

  private static Problem away() {
    return Problem.of(
        CommonProblem.DEPENDENCY_UNAVAILABLE,
        "review-service doesn't answer, which takes names out of what is written. Try again.");
  }
}
