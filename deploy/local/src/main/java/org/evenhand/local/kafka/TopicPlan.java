package org.evenhand.local.kafka;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All topics of the suite. The broker creates none by itself: a misspelt name must fail. */
final class TopicPlan {
  private static final String POLICY = "policy-service";
  private static final String REVIEW = "review-service";
  private static final String CALIBRATION = "calibration-service";
  private static final String ANALYTICS = "analytics-service";

  private TopicPlan() {}

  /** Every topic, with a dead-letter topic for each of our groups that reads it. */
  static List<Topic> topics() {
    List<Topic> topics = new ArrayList<>();
    readers()
        .forEach(
            (topic, groups) -> {
              topics.add(topic);
              groups.forEach(group -> topics.add(topic.deadLettersOf(group)));
            });
    return topics;
  }

  private static Map<Topic, List<String>> readers() {
    List<String> all = List.of(POLICY, REVIEW, CALIBRATION, ANALYTICS);
    Map<Topic, List<String>> readers = new LinkedHashMap<>();
    List<String> others = List.of(POLICY, CALIBRATION, ANALYTICS);
    readers.put(Topic.compacted("evenhand.internal.directory"), others);
    readers.put(Topic.compacted("evenhand.internal.places"), others);
    readers.put(Topic.compacted("evenhand.internal.charters"), all);
    readers.put(Topic.compacted("evenhand.internal.training"), List.of(REVIEW, CALIBRATION));
    readers.put(Topic.facts("evenhand.internal.ratings"), List.of(CALIBRATION, ANALYTICS));
    readers.put(Topic.facts("evenhand.internal.calibration"), List.of(POLICY, REVIEW, ANALYTICS));
    readers.put(Topic.compacted("evenhand.internal.norms"), List.of(POLICY));
    readers.put(Topic.compacted("evenhand.internal.precedents"), List.of(POLICY));
    readers.put(Topic.compacted("evenhand.internal.duties"), List.of(POLICY, ANALYTICS));
    readers.put(Topic.facts("evenhand.internal.opportunities"), List.of(ANALYTICS));
    readers.put(Topic.facts("evenhand.internal.check-ins"), List.of(ANALYTICS));
    readers.put(Topic.passing("evenhand.internal.impact-replays"), List.of(REVIEW));
    readers.put(Topic.passing("evenhand.internal.impact-replay-results"), List.of(POLICY));
    readers.put(Topic.brief("evenhand.internal.impact-replay-outcomes"), List.of(ANALYTICS));
    readers.put(Topic.passing("evenhand.internal.impact-replay-fairness"), List.of(POLICY));
    readers.put(Topic.compacted("evenhand.internal.past-cycles"), List.of(POLICY));
    readers.put(Topic.facts("evenhand.internal.duty-figures"), List.of(ANALYTICS));
    readers.put(Topic.facts("evenhand.policies"), List.of(REVIEW, CALIBRATION, ANALYTICS));
    readers.put(Topic.facts("evenhand.cycles"), others);
    readers.put(Topic.facts("evenhand.findings"), List.of(POLICY, REVIEW));
    readers.put(Topic.facts("evenhand.ratings"), List.of());
    readers.put(Topic.compacted("evenhand.current-ratings"), List.of());
    readers.put(Topic.facts("evenhand.development"), List.of(ANALYTICS));
    return readers;
  }
}
