package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.ChallengePeople.COLLEAGUE;
import static org.evenhand.policy.service.ChallengePeople.EMPLOYEE;
import static org.evenhand.policy.service.ChallengePeople.HR;
import static org.evenhand.policy.service.ChallengePeople.HR_BOSS;
import static org.evenhand.policy.service.ChallengePeople.LEAD;
import static org.evenhand.policy.service.ChallengePeople.MANAGER;
import static org.evenhand.policy.service.ChallengePeople.PARTNER;
import static org.evenhand.policy.service.ChallengePeople.UNDER_PARTNER;
import static org.evenhand.policy.service.GuidanceRequests.ANSWER;
import static org.evenhand.policy.service.GuidanceRequests.ask;
import static org.evenhand.policy.service.GuidanceRequests.command;
import static org.evenhand.policy.service.GuidanceRequests.erase;
import static org.evenhand.policy.service.GuidanceRequests.listed;
import static org.evenhand.policy.service.GuidanceRequests.tasks;
import static org.evenhand.policy.service.PolicyUnderTest.as;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.kit.test.RelationMatrix;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Who finds which request, by what they are to it and how far it has come. {@code helper} is of HR
 * like {@code claimer}, and has nothing to do with anybody; the asker has excluded {@code
 * excluded}; {@code returner} has claimed it first and given it back; {@code hrAbove} leads the
 * {@code manager} of the asker. {@code former} is the claimer without the role. Once {@code
 * ceased}, the claimer serves as HR no more.
 */
@QuarkusTest
class GuidanceMatrixTest extends ServiceTest {

  private static final String TABLE =
      """
      operation                     asker claimer helper excluded returner hrAbove manager colleague lead former auditor

      getGuidanceRequest/asked      yes   yes     yes    404      404      404     404     404       yes  404    403
      getGuidanceRequest/claimed    yes   yes     404    404      404      404     404     404       404  404    403
      getGuidanceRequest/late       yes   yes     404    404      404      404     404     404       yes  404    403
      getGuidanceRequest/ceased     yes   yes     yes    404      404      404     404     404       yes  404    403
      getGuidanceRequest/answered   yes   yes     404    404      404      404     404     404       404  404    403
      getGuidanceRequest/closed     yes   yes     404    404      404      404     404     404       404  404    403
      getGuidanceRequest/erased     404   404     404    404      404      404     404     404       404  404    403
      claimGuidanceRequest/asked    403   yes     yes    404      404      404     403     403       yes  403    403
      claimGuidanceRequest/claimed  403   403     404    404      404      404     403     403       404  403    403
      claimGuidanceRequest/late     403   403     404    404      404      404     403     403       403  403    403
      claimGuidanceRequest/ceased   403   403     yes    404      404      404     403     403       yes  403    403
      claimGuidanceRequest/answered 403   403     404    404      404      404     403     403       404  403    403
      returnGuidanceRequest/asked   403   403     403    404      404      404     403     403       403  403    403
      returnGuidanceRequest/claimed 403   yes     404    404      404      404     403     403       404  403    403
      returnGuidanceRequest/late    403   yes     404    404      404      404     403     403       yes  403    403
      returnGuidanceRequest/ceased  403   yes     403    404      404      404     403     403       403  403    403
      answerGuidanceRequest/asked   403   403     403    404      404      404     403     403       403  403    403
      answerGuidanceRequest/claimed 403   yes     404    404      404      404     403     403       404  403    403
      answerGuidanceRequest/late    403   yes     404    404      404      404     403     403       403  403    403
      answerGuidanceRequest/ceased  403   403     403    404      404      404     403     403       403  403    403
      closeGuidanceRequest/answered yes   403     404    404      404      404     404     404       404  404    403
      eraseGuidanceRequest/asked    yes   403     403    404      404      404     404     404       403  404    403
      eraseGuidanceRequest/claimed  yes   403     404    404      404      404     404     404       404  404    403
      eraseGuidanceRequest/answered yes   403     404    404      404      404     404     404       404  404    403
      eraseGuidanceRequest/closed   yes   403     404    404      404      404     404     404       404  404    403
      eraseGuidanceRequest/erased   404   404     404    404      404      404     404     404       404  404    403
      """;

  private static final Tokens HELPER = Tokens.forEmployee("CL-R0", "employee", "hr");
  private static final Tokens FORMER = Tokens.forEmployee("CL-H1", "employee");

  /**
   * In whose list a request is, and in whose tasks. Roles are in tokens alone: what somebody owes
   * by name stays their task, and leads to nothing once they lack the role.
   */
  private static final Map<String, List<String>> LISTED =
      Map.of(
          "asker", List.of("asked", "claimed", "late", "ceased", "answered", "closed"),
          "claimer", List.of("claimed", "late", "answered", "closed"));

  private static final Map<String, List<String>> TASKS =
      Map.of(
          "claimer", List.of("asked", "claimed", "late"),
          "former", List.of("claimed", "late"),
          "helper", List.of("asked"),
          "lead", List.of("late"));

  @Inject ChallengePeople company;

  private final Map<String, String> ids = new LinkedHashMap<>();

  @BeforeEach
  void requests_in_each_state() {
    company.arrive();
    company.crowd("R", 1);
    company.run("delete from duty where kind = 'GUIDANCE_ANSWER'");
    claimed("late");
    clock.advance(Duration.ofDays(14));
    runDue();
    returned("asked");
    claimed("claimed");
    company.onlyServe("CL-H1");
    claimed("ceased");
    company.onlyServe();
    answered("answered");
    answered("closed");
    Said.expect(command(EMPLOYEE, ids.get("closed"), "closing", null), 200, "CLOSED");
    returned("erased");
    assertThat(erase(EMPLOYEE, ids.get("erased")).statusCode()).isEqualTo(204);
  }

  @TestFactory
  Stream<DynamicTest> whoReachesWhat() {
    Map<String, Tokens> callers = callers();
    return Stream.concat(
        RelationMatrix.under(
            "/v1/guidance-requests/{",
            TABLE,
            callers,
            (row, path) ->
                path.replaceAll("\\{[^}]+}", ids.get(row.substring(row.indexOf('/') + 1)))),
        callers.entrySet().stream()
            .filter(caller -> !caller.getKey().equals("auditor"))
            .map(
                caller ->
                    DynamicTest.dynamicTest(
                        "lists, tasks and calendar of " + caller.getKey(),
                        () -> finds(caller.getKey(), caller.getValue()))));
  }

  /**
   * What is ceased becomes a task of others with the next news of people, which aren't told here.
   */
  private void finds(String caller, Tokens who) {
    assertThat(states(listed(who)))
        .containsExactlyInAnyOrderElementsOf(LISTED.getOrDefault(caller, List.of()));
    assertThat(states(tasks(who)).stream().filter(state -> !state.equals("ceased")))
        .containsExactlyInAnyOrderElementsOf(TASKS.getOrDefault(caller, List.of()));
    assertThat(as(who).get("/v1/calendar").asString())
        .doesNotContain("GUIDANCE")
        .doesNotContain(ids.values());
  }

  private List<String> states(List<String> found) {
    return ids.entrySet().stream()
        .filter(each -> found.contains(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Tokens> callers() {
    Map<String, Tokens> callers = new LinkedHashMap<>();
    callers.put("asker", EMPLOYEE);
    callers.put("claimer", HR);
    callers.put("helper", HELPER);
    callers.put("excluded", PARTNER);
    callers.put("returner", UNDER_PARTNER);
    callers.put("hrAbove", HR_BOSS);
    callers.put("manager", MANAGER);
    callers.put("colleague", COLLEAGUE);
    callers.put("lead", LEAD);
    callers.put("former", FORMER);
    callers.put("auditor", Staff.AUDITOR);
    return callers;
  }

  private void returned(String state) {
    String id = Said.id(ask(EMPLOYEE, "CL-H2"), 201, "ASKED");
    ids.put(state, id);
    Said.expect(command(UNDER_PARTNER, id, "claim", null), 200, "CLAIMED");
    Said.expect(command(UNDER_PARTNER, id, "return", null), 200, "ASKED");
  }

  private void claimed(String state) {
    returned(state);
    Said.expect(command(HR, ids.get(state), "claim", null), 200, "CLAIMED");
  }

  private void answered(String state) {
    claimed(state);
    Said.expect(command(HR, ids.get(state), "answer", Map.of("text", ANSWER)), 200, "ANSWERED");
  }
}
