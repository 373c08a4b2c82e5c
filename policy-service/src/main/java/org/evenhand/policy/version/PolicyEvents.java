package org.evenhand.policy.version;

import java.time.LocalDate;
import org.evenhand.kit.data.OutboxEvent;
import org.evenhand.policy.content.PolicyContent;
import org.jspecify.annotations.Nullable;

/** What has happened, as subscribers of {@code evenhand.policies} read it. */
final class PolicyEvents {

  static final String TOPIC = "evenhand.policies";

  private PolicyEvents() {}

  static OutboxEvent of(Policy policy, PolicyVersion version, Happening happening) {
    PolicyContent content = happening.carriesContent() ? version.content() : null;
    String key = policy.id().toString();
    return new OutboxEvent(
        TOPIC, type(happening), key, key, policy.nextSequence(), payload(version, content));
  }

  static String type(Happening happening) {
    return "org.evenhand.policy." + happening.slug() + ".v1";
  }

  static PolicyHappened payload(PolicyVersion version, @Nullable PolicyContent content) {
    LocalDate effectiveOn = version.announcement().map(Announcement::effectiveOn).orElse(null);
    return new PolicyHappened(
        version.policyId(),
        version.number(),
        version.state(),
        version.contentHash(),
        version.updatedAt(),
        effectiveOn,
        content);
  }
}
