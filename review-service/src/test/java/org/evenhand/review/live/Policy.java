package org.evenhand.review.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evenhand.kit.test.Events;

/**
 * A version of a policy, as policy-service tells of it: five levels, delivery weighs 60 and
 * together 40, two dated observations for a level off the middle, employees of 90 days.
 */
public final class Policy {

  public static final String NAME = "Fair ratings";
  private static final String TOPIC = "evenhand.policies";

  private final UUID id = UUID.randomUUID();
  private long told;
  private int version = 1;
  private int workingDaysToAppeal = 20;
  private String content = CONTENT;

  private Policy() {}

  public static Policy announced() {
    Policy policy = new Policy();
    policy.tell("announced", "ANNOUNCED");
    return policy;
  }

  public static Policy inEffect() {
    Policy policy = announced();
    policy.takesEffect();
    return policy;
  }

  public static Policy inEffect(int workingDaysToAppeal) {
    Policy policy = new Policy();
    policy.workingDaysToAppeal = workingDaysToAppeal;
    policy.tell("announced", "ANNOUNCED");
    policy.takesEffect();
    return policy;
  }

  /** For those who work in a country alone: people meet at least once in so many weeks. */
  public static Policy inEffectIn(String country, int everyWeeks) {
    Policy policy = new Policy();
    policy.content =
        CONTENT
            .replace("\"countries\": []", "\"countries\": [\"" + country + "\"]")
            .replace(
                "\"pathways\"", "\"checkIns\": {\"everyWeeks\": " + everyWeeks + "}, \"pathways\"");
    policy.tell("announced", "ANNOUNCED");
    policy.takesEffect();
    return policy;
  }

  /** Another version takes the place of this one. */
  public void changes(int workingDays) {
    version++;
    workingDaysToAppeal = workingDays;
    tell("announced", "ANNOUNCED");
    takesEffect();
  }

  public void takesEffect() {
    tell("effective", "EFFECTIVE");
  }

  public UUID id() {
    return id;
  }

  private void tell(String word, String state) {
    told++;
    Events.ofTest()
        .publish(
            TOPIC,
            "org.evenhand.policy." + word + ".v1",
            "/policy-service",
            id.toString(),
            told,
            """
            {"policyId": "%s", "version": %d, "state": "%s", "contentHash": "%s", "at": "%s",
             "effectiveOn": "2026-01-01", "content": %s}
            """
                .formatted(
                    id,
                    version,
                    state,
                    "4a".repeat(32),
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    content.formatted(workingDaysToAppeal)));
  }

  private static final String CONTENT =
      """
      {"name": "Fair ratings",
       "scope": {"countries": [], "legalEntities": [], "workerTypes": []},
       "scale": {"favourableFrom": 4, "levels": [
         {"ordinal": 1, "label": "Far below"}, {"ordinal": 2, "label": "Below"},
         {"ordinal": 3, "label": "Meets"}, {"ordinal": 4, "label": "Exceeds"},
         {"ordinal": 5, "label": "Far above"}]},
       "criteria": [
         {"key": "delivery", "title": "Delivery", "weight": 60, "aim": "Work that lasts"},
         {"key": "together", "title": "Working together", "weight": 40}],
       "form": [
         {"key": "proud", "contributor": "SELF", "question": "What are you proud of?"},
         {"key": "seen", "contributor": "MANAGER", "question": "What did you see?"},
         {"key": "beside", "contributor": "PEER", "question": "How was it to work together?"},
         {"key": "below", "contributor": "UPWARD", "question": "How are you led?"}],
       "anchors": [
         {"criterion": "delivery", "ordinal": 5, "text": "Others plan by what was promised"},
         {"criterion": "together", "ordinal": 4, "text": "Asks before being asked"},
         {"criterion": "together", "ordinal": 5, "text": "Others work better beside them"}],
       "overall": "WEIGHTED",
       "evidence": {"observationsOffMiddle": 2},
       "eligibility": {"workerTypes": ["EMPLOYEE"], "leastDays": 90},
       "appeals": {"workingDays": %d},
       "pathways": ["Senior work is posted with its criteria"],
       "outcomes": {"rewards": "The bonus follows the level", "recognition": "The unit hears of it",
         "remediation": "None without a talk before"}}
      """;
}
