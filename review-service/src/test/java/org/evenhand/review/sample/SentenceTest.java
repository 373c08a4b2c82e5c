package org.evenhand.review.sample;

import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.takeIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.Hris;
import org.junit.jupiter.api.Test;

/** What others let everybody read without knowing whom it may name. */
@QuarkusTest
class SentenceTest {

  @Test
  void a_sentence_loses_the_names_and_units_that_the_directory_knows_and_keeps_the_rest() {
    takeIn(hire("SN1", "", "Quillwater"));

    assertEquals(
        "What [Colleague A] of [Team A] agreed anew in the open counts as agreed.",
        redacted("What SN1 of Quillwater agreed anew in the open counts as agreed."));
    String aboutNobody = "What was agreed anew in the open counts as agreed.";
    assertEquals(aboutNobody, redacted(aboutNobody));
  }

  private static String redacted(String text) {
    Response answer =
        Hris.as(Tokens.forClient("evenhand-calibration", "service"))
            .contentType("application/json")
            .body(Map.of("text", text, "near", List.of()))
            .post("/internal/v1/redactions");
    assertEquals(200, answer.statusCode(), answer.asString());
    return Said.text(answer, "/text");
  }
}
