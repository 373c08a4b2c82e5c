package org.evenhand.policy.version;

import java.time.LocalDate;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.policy.content.PolicyContent;
import org.jspecify.annotations.Nullable;

/** What has happened, as subscribers of {@code evenhand.policies} read it. */
public final class PolicyEvents {

  /** The audit's name for a policy. */
  public static final String AGGREGATE = "policy";

  static final String TOPIC = "evenhand.policies";

  private PolicyEvents() {}

  /** One event and one link of the policy's audit chain, which holds all its versions. */
  public static Fact fact(Policy policy, PolicyVersion version, PolicyEventType type) {
    PolicyContent content = type.carriesContent() ? version.content() : null;
    String key = policy.id().toString();
    var event =
        new OutboxEvent(
            TOPIC, type(type), key, key, policy.nextSequence(), payload(version, content));
    return Fact.told(AGGREGATE, policy.id(), type.slug(), payload(version, null), event);
  }

  static String type(PolicyEventType type) {
    return "org.evenhand.policy." + type.slug() + ".v1";
  }

  static PolicyEvent payload(PolicyVersion version, @Nullable PolicyContent content) {
    LocalDate effectiveOn = version.announcement().map(Announcement::effectiveOn).orElse(null);
    return new PolicyEvent(
        version.policyId(),
        version.number(),
        version.state(),
        version.contentHash(),
        version.updatedAt(),
        effectiveOn,
        content);
  }
}
