package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.GovernanceReviews.last;
import static org.evenhand.policy.service.GovernanceReviews.prepare;
import static org.evenhand.policy.service.TrainingPeople.HR;
import static org.evenhand.policy.service.TrainingPeople.MANAGER;
import static org.evenhand.policy.service.TrainingUnderTest.exemption;
import static org.evenhand.policy.service.TrainingUnderTest.json;
import static org.evenhand.policy.service.TrainingUnderTest.offered;
import static org.evenhand.policy.service.TrainingUnderTest.post;
import static org.evenhand.policy.service.TrainingUnderTest.record;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.web.time.Days;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HR and managers read how far required training has come, and nothing of anybody. */
@QuarkusTest
class TrainingAgendaTest extends ServiceTest {

  private static final List<String> TRAINED = List.of("TR-A1", "TR-A2", "TR-A3", "TR-A4", "TR-A5");

  @Inject CharterPeople signers;
  @Inject ChallengePeople others;
  @Inject TrainingPeople company;

  private String review;

  @BeforeEach
  void a_review_is_scheduled_and_one_of_hr_serves() {
    signers.arrive();
    signers.withoutCharter();
    CharterUnderTest.signed(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    runDue();
    review = last();
    others.run("update training_module set state = 'RETIRED' where state = 'OFFERED'");
    others.onlyServe();
    company.arrive();
    others.onlyServe("TR-H1");
  }

  @Test
  void required_training_is_on_the_agenda_by_side_as_due_overdue_exempt_and_done() {
    TRAINED.forEach(each -> company.joinsHr(each, "TR-S4"));
    var module = offered("PANEL");
    runDue();
    assertThat(training()).containsExactly("HR DUE 6");

    others.run("update duty set due_at = due_at - interval '90 days' where kind = 'TRAINING'");
    assertThat(training()).containsExactly("HR OVERDUE 6");

    List<String> completions = TRAINED.stream().map(module::enrolled).toList();
    for (String each : completions) {
      json(post(HR, each, "exemption", exemption(begun().plusDays(90))), 200);
      json(post(MANAGER, each, "exemption/countersignature", null), 200);
    }
    assertThat(training()).as("of the last one nothing is told").containsExactly("HR EXEMPT 5");

    completions.forEach(each -> json(record(MANAGER, each, begun()), 200));
    assertThat(training()).containsExactly("HR DONE 5");
  }

  @Test
  void who_goes_through_it_unasked_is_in_no_figure() {
    var module = offered("PANEL");
    List<String> volunteers = List.of("TR-V1", "TR-V2", "TR-V3", "TR-V4", "TR-V5");
    StringBuilder file = new StringBuilder();
    for (String each : volunteers) {
      company.joins(each);
      company.reportsToNobody(each);
      file.append("%s,%s,%s\n".formatted(each, module.key(), begun().minusDays(2)));
    }

    assertThat(TrainingImportTest.outcomes(TrainingImportTest.sent(file.toString(), false)))
        .hasSize(5)
        .containsOnly("CREATED");

    assertThat(training()).isEmpty();
  }

  @Test
  void one_person_who_is_asked_for_five_modules_is_not_five_people() {
    for (int i = 0; i < 5; i++) {
      offered("PANEL");
    }
    runDue();

    assertThat(training()).isEmpty();
  }

  private LocalDate begun() {
    return Days.begun(clock.instant());
  }

  /** Prepares the agenda anew. */
  private List<String> training() {
    List<String> found = new ArrayList<>();
    Said.by(prepare(review))
        .at("/agenda/items")
        .forEach(
            item -> {
              if (item.path("topic").asText().equals("TRAINING")) {
                assertThat(item.has("total") || item.has("subject")).isFalse();
                found.add(
                    "%s %s %s"
                        .formatted(
                            item.path("side").asText(),
                            item.path("aspect").asText(),
                            item.path("count").asText()));
              }
            });
    return found;
  }
}
