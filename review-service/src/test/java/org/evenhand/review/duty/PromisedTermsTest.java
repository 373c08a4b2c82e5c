package org.evenhand.review.duty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.evenhand.kit.data.duty.DutyTerms;
import org.evenhand.kit.data.duty.Escalation;
import org.evenhand.kit.data.json.Json;
import org.junit.jupiter.api.Test;

/** policy-service tells what holds without a charter, and validates charters by the same list. */
class PromisedTermsTest {

  private static final Path PROMISED = Path.of("../policy-service/src/main/resources/duties.json");

  private record Promise(String kind, String service, int workingDays, List<Escalation> path) {}

  @Test
  void the_terms_of_each_kind_are_those_that_policy_service_tells() throws IOException {
    List<Promise> promised =
        Json.mapper().readValue(PROMISED.toFile(), new TypeReference<List<Promise>>() {}).stream()
            .filter(promise -> promise.service().equals("review-service"))
            .toList();

    assertThat(promised)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ReviewDuty.values())
                .filter(kind -> kind != ReviewDuty.UPWARD_VIEW)
                .map(kind -> promise(kind.name(), kind.terms()))
                .toList());
  }

  private static Promise promise(String kind, DutyTerms terms) {
    return new Promise(kind, "review-service", terms.workingDays(), terms.path());
  }
}
