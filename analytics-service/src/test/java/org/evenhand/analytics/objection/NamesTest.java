package org.evenhand.analytics.objection;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.kit.test.NamesContract;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;

/** The manager who objects, and who answers them, by name. */
@QuarkusTest
class NamesTest extends NamesContract {

  private static final String PATH = "/v1/rater-objections";
  private static final Tokens LEAD = Tokens.forEmployee("NM-lead", "employee", "hr-lead");

  @Inject DataSource database;

  private final UUID objection = UUID.randomUUID();

  @BeforeEach
  void an_objection_that_waits_for_its_answer() {
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(
          List.of(Company.employee("NM-lead", Map.of()), Company.employee("NM-rater", Map.of())));
    }
    Api.until(() -> Api.as(LEAD).get(PATH), answer -> answer.statusCode() == 200);
    Database.column(
        """
        insert into rater_objection
          (id, version, cycle_id, cycle_key, origin, rater_id, state, words, filed_at)
        values ('%s', 0, '%s', 'names', 'LIVE', '%s', 'OPEN', 'Too few.', now()) returning 1
        """
            .formatted(objection, UUID.randomUUID(), Company.id("NM-rater")));
  }

  @Override
  protected Response read() {
    return Api.as(LEAD).get(PATH + "/" + objection);
  }

  @Override
  protected Response command(String key) {
    return Api.as(LEAD)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .header("If-Match", "\"0\"")
        .body(Map.of("outcome", "DECLINED", "reason", "They are enough."))
        .post(PATH + "/" + objection + "/answer");
  }

  @Override
  protected Response elsewhere() {
    return Api.as(LEAD).get("/v1/rater-profiling");
  }

  @Override
  protected DataSource database() {
    return database;
  }
}
