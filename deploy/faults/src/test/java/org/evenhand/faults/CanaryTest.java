package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenhand.local.canary.Canaries;
import org.evenhand.local.canary.Canary;
import org.evenhand.local.canary.Logs;
import org.evenhand.local.canary.Sighting;
import org.evenhand.local.canary.Tables;
import org.evenhand.local.canary.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Looks for names and addresses that an HRIS sends in all that leaves review-service. */
@ExtendWith(OneStack.class)
@ResourceLock(value = TestStack.KAFKA, mode = ResourceAccessMode.READ)
@ResourceLock(value = TestStack.REVIEW, mode = ResourceAccessMode.READ)
@ResourceLock(value = TestStack.ANALYTICS, mode = ResourceAccessMode.READ)
@Timeout(300)
class CanaryTest {
  private static final Canary NAME = new Canary("the name", People.FAMILY_NAME);
  private static final Canary ADDRESS = new Canary("an address", People.ADDRESSES);
  private static final Canaries PEOPLE = new Canaries(List.of(NAME, ADDRESS));

  private final TestStack stack;

  CanaryTest(TestStack stack) {
    this.stack = stack;
  }

  @Test
  void namesAndAddressesStayInTheDirectoryAlsoThoseOfRowsThatAreRefused() throws Exception {
    People people = new People("seeded", 30);
    Way way = new Way(stack, "seeded");
    stack.hris().takeIn("/v1/org-imports", people.hired());
    stack.hris().takeIn("/v1/rating-imports", people.rated("seeded", 0));
    String wrong = people.hired().replace("2020-01-01", "the day before").replace("-1,", "-2,");
    assertThat(stack.hris().post("/v1/org-imports", BodyPublishers.ofString(wrong)).body())
        .contains("\"refused\":30");
    way.awaitSent();
    way.awaitCountedOnce();

    assertThat(Tables.search(stack.reviewSql().database(), PEOPLE))
        .extracting(Sighting::what)
        .contains(NAME.what(), ADDRESS.what());
    assertThat(Topics.search(stack.kafka().address(), PEOPLE)).isEmpty();
    assertThat(Tables.search(stack.analyticsSql().database(), PEOPLE)).isEmpty();
    assertThat(Logs.search(stack.logs(), PEOPLE)).isEmpty();
  }

  @Test
  void whatIsPutIntoARecordATableOrALogIsSeen(@TempDir Path logs) throws Exception {
    Canaries leak = new Canaries(List.of(new Canary("a leak", "Häßlicher Vogel")));
    stack.kafka().publish("evenhand.ratings", "leak", Map.of("k", "{\"x\": \"HÄßLICHER VOGEL\"}"));
    stack
        .analyticsSql()
        .run("create table leak as select '{\"x\":\"ha\u0308ßlicher vogel\"}'::jsonb y");
    Files.writeString(logs.resolve("some.log"), "one\ntwo of a Häßlicher Vogel here\n");

    assertThat(Topics.search(stack.kafka().address(), leak))
        .singleElement()
        .asString()
        .startsWith("a leak in evenhand.ratings, partition ")
        .endsWith(", the value");
    assertThat(Tables.search(stack.analyticsSql().database(), leak))
        .containsExactly(new Sighting("a leak", "the table public.leak of analytics"));
    assertThat(Logs.search(logs, leak)).containsExactly(new Sighting("a leak", "some.log, line 2"));
  }
}
