package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.ChallengePeople.EMPLOYEE;
import static org.evenhand.policy.service.ChallengePeople.HR;
import static org.evenhand.policy.service.ChallengePeople.HR_BOSS;
import static org.evenhand.policy.service.ChallengePeople.LEAD;
import static org.evenhand.policy.service.ChallengePeople.PARTNER;
import static org.evenhand.policy.service.ChallengePeople.UNDER_PARTNER;
import static org.evenhand.policy.service.Challenges.explain;
import static org.evenhand.policy.service.Challenges.ofSession;
import static org.evenhand.policy.service.Challenges.raised;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many challenges were answered in time, as it leaves this service: numbers, once. */
@QuarkusTest
class ChallengeFiguresTest extends ServiceTest {

  private static final String TOPIC = "evenhand.internal.duty-figures";

  @Inject ChallengePeople company;

  @BeforeEach
  void nothing_waits() {
    company.arrive();
    company.withoutChallenges();
    company.run("update person set org_unit = 'people' where external_id like 'CL-%'");
  }

  @AfterEach
  void nothing_is_left_for_agendas() {
    company.withoutChallenges();
    company.run("update person set org_unit = null where external_id like 'CL-%'");
  }

  @Test
  void an_answer_counts_in_the_unit_of_whoever_has_given_it_and_what_waits_in_none() {
    for (Tokens answering : List.of(HR, PARTNER, UNDER_PARTNER, HR_BOSS, LEAD)) {
      Said.expect(explain(answering, raised(EMPLOYEE, ofSession("CL-E2"))), 200, "ANSWERED");
    }
    raised(EMPLOYEE, ofSession("CL-E2"));
    company.run(
        """
        update duty set due_on = '2019-08-15', due_at = case
          when closed_at is null or subject = (
            select max(cast(subject as text))::uuid from duty
            where kind = 'CHALLENGE_ANSWER' and closed_at is not null)
          then timestamptz '2019-08-16' else closed_at + interval '1 day' end
        where kind = 'CHALLENGE_ANSWER'
        """);

    // or the one after it would be due at once
    company.run(
        """
        insert into told_quarter (id, figure, first_day, told_at)
        values (gen_random_uuid(), 'duties CHALLENGE_ANSWER', '2019-10-01', now())
        """);

    UUID id = told("duties CHALLENGE_ANSWER");

    ConsumerRecord<String, String> event =
        Events.ofTest().await(TOPIC, 1, each -> each.key().equals(id.toString())).get(0);
    EventSchemas.check(event);
    assertThat(units(event).toString())
        .isEqualTo(
            "[{\"holders\":5,\"inTime\":4,\"late\":1,\"most\":1,\"open\":0,\"owed\":5,\"side\":\"HR\",\"unit\":\"people\",\"waived\":0},"
                + "{\"holders\":0,\"inTime\":0,\"late\":0,\"most\":0,\"open\":1,\"owed\":1,\"side\":\"HR\",\"waived\":0}]");
    assertThat(event.value()).doesNotContain(ChallengePeople.id("CL-H1").toString());
  }

  /** Not even that there is such a duty leaves this service. */
  @Test
  void answers_to_guidance_requests_are_counted_nowhere() {
    UUID id = told("duties GUIDANCE_ANSWER");

    assertThat(company.count("told_quarter where id = '%s'".formatted(id))).isZero();
    assertThat(
            company.count(
                "told_quarter where figure not in ('duties CHALLENGE_ANSWER', 'duties TRAINING')"))
        .isZero();
  }

  @Test
  void the_next_quarter_is_due_a_month_after_its_end() {
    assertThat(
            company.count(
                """
                due_work d join told_quarter q on q.id = d.subject
                where d.kind = 'quarter-figures' and q.figure = 'duties CHALLENGE_ANSWER'
                  and q.told_at is null
                  and d.due_at = (q.first_day + interval '4 months 12 hours') at time zone 'UTC'
                """))
        .isOne();
  }

  private UUID told(String figure) {
    UUID id = UUID.randomUUID();
    company.run(
        """
        insert into told_quarter (id, figure, first_day) values ('%1$s', '%2$s', '2019-07-01');
        insert into due_work (kind, subject, due_at, try_at)
        values ('quarter-figures', '%1$s', now(), now())
        """
            .formatted(id, figure));
    runDue();
    return id;
  }

  private static JsonNode units(ConsumerRecord<String, String> event) {
    try {
      return Contents.JSON.readTree(event.value()).path("units");
    } catch (IOException e) {
      throw new AssertionError(event.value(), e);
    }
  }
}
