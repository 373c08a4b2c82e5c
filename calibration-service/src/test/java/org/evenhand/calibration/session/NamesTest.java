package org.evenhand.calibration.session;

import static org.evenhand.calibration.session.SessionScene.SESSIONS;
import static org.evenhand.calibration.session.SessionScene.as;
import static org.evenhand.kit.test.NamesResource.nameOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.NamesContract;
import org.evenhand.kit.test.NamesResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The members of a session by name. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
@QuarkusTestResource(NamesResource.class)
class NamesTest extends NamesContract {

  private final SessionScene scene = new SessionScene() {};

  @Inject DataSource database;

  private List<UUID> reviews;
  private String session;

  @BeforeEach
  void a_session_with_its_members() {
    scene.a_company_with_a_chief_two_facilitators_and_three_raters();
    reviews = scene.submitted(2);
    session = SESSIONS + "/" + scene.planned();
  }

  @Test
  void an_auditor_reads_ids_alone() {
    scene.company.employs("AU" + scene.mark, null);
    scene.awaitStatus("AU" + scene.mark, "ACTIVE");
    assertUnnamed(as("AU" + scene.mark, "auditor").get(session));
  }

  @Test
  void the_facilitators_read_who_decided() {
    String id = scene.scoring();
    scene.allScore(id, 3);
    scene.decided(id, reviews);

    as(scene.hr, "hr")
        .get(SESSIONS + "/" + id + "/samples")
        .then()
        .body("items.decision.by.name", everyItem(equalTo(nameOf(scene.company.id(scene.hr)))));
  }

  @Override
  protected Response read() {
    return as(scene.raters.get(0), "manager").get(session);
  }

  @Override
  protected Response command(String key) {
    return as(scene.hr, "hr")
        .header("Idempotency-Key", key)
        .body(
            Map.of(
                "cycleId", scene.company.cycle,
                "name", "Spring",
                "coFacilitatorExternalId", scene.co,
                "raterExternalIds", scene.raters))
        .post(SESSIONS);
  }

  @Override
  protected Response elsewhere() {
    return as(scene.hr, "hr").get(SESSIONS + "?cycleId=" + UUID.randomUUID());
  }

  @Override
  protected DataSource database() {
    return database;
  }
}
