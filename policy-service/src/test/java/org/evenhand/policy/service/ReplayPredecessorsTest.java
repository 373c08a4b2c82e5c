package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.Test;

/** A draft is compared with what bound its people last, in whichever version that was. */
@QuarkusTest
class ReplayPredecessorsTest extends PastYearTest {

  @Test
  void who_narrows_a_policy_first_is_asked_all_the_same_of_those_whom_it_left() {
    ObjectNode content = in(quick(), List.of("DE", "FR"));
    PolicyUnderTest earlier = inForce(content);
    closed(earlier, 30);
    UUID ofBoth = cycle;
    next(earlier, in(content, List.of("DE")));

    ObjectNode others = in(content, List.of("FR"));
    others.setAll((ObjectNode) Contents.parse(OTHER_WEIGHTS));
    PolicyUnderTest later = PolicyUnderTest.drafted(clock, others);
    heard(later);
    refused(later.openSignOff(), "replay-missing");

    var replays = new Replays(later);
    Replays.Asked asked = replays.asked(ofBoth);
    assertThat(asked.told().at("/alsoOf/0").asText()).isEqualTo(earlier.id());
    asked.done(ofBoth);
    replays.await(asked.path(), "DONE");
    later.openSignOff().then().statusCode(200);
  }

  @Test
  void whom_a_policy_left_and_takes_in_again_it_compares_with_what_bound_them() {
    ObjectNode content = in(quick(), List.of("DE", "FR"));
    PolicyUnderTest policy = inForce(content);
    closed(policy, 30);
    ObjectNode narrow = in(content, List.of("DE"));
    narrow.setAll((ObjectNode) Contents.parse(OTHER_WEIGHTS));
    next(policy, narrow);

    policy.nextVersion();
    policy.edit(in(narrow, List.of("DE", "FR")).toString()).then().statusCode(200);
    heard(policy);

    refused(policy.openSignOff(), "replay-missing");
  }

  @Test
  void a_policy_that_is_taken_up_again_is_compared_with_what_has_bound_its_people_since() {
    ObjectNode content = quick();
    PolicyUnderTest first = inForce(content);
    first.ended().then().statusCode(200);
    clock.advance(Duration.ofDays(1));
    ObjectNode weighed = content.deepCopy();
    weighed.setAll((ObjectNode) Contents.parse(OTHER_WEIGHTS));
    PolicyUnderTest since = inForce(weighed);
    closed(since, 30);
    since.ended().then().statusCode(200);

    first.nextVersion();
    heard(first);

    refused(first.openSignOff(), "replay-missing");
  }

  /** The next version with another content, in force. */
  private void next(PolicyUnderTest policy, ObjectNode content) {
    policy.nextVersion();
    policy.edit(content.toString()).then().statusCode(200);
    waiveWhereOthers(policy, content);
    policy.announced();
    clock.advance(Duration.ofDays(6));
    runDue();
    assertThat(policy.state()).isEqualTo("EFFECTIVE");
  }

  private static void waiveWhereOthers(PolicyUnderTest policy, JsonNode content) {
    if (content.at("/criteria/0/weight").asInt() == 30) {
      waive(policy, "Not what this is about");
    }
  }

  private static ObjectNode in(ObjectNode content, List<String> countries) {
    ObjectNode there = content.deepCopy();
    there.withObject("/scope").set("countries", Contents.JSON.valueToTree(countries));
    return there;
  }
}
