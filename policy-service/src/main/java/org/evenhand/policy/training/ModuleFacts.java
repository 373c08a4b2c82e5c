package org.evenhand.policy.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** What has happened to modules, as the audit keeps it and as our services learn of it. */
public final class ModuleFacts {

  /** The audit's name for a module. */
  public static final String AGGREGATE = "training-module";

  static final String TOPIC = "evenhand.internal.training";

  private static final String CHANGED = "org.evenhand.training-module.changed.v1";

  private ModuleFacts() {}

  /** What the audit keeps. */
  private record Note(ModuleState state, ModuleTerms terms, UUID hr, UUID manager) {}

  /**
   * What our services learn: what they let nobody do without it, and since when.
   *
   * @param retiredAt null while it is required
   */
  record Told(
      UUID moduleId,
      String key,
      String title,
      List<TrainingTopic> topics,
      List<Requirement> requiredFor,
      Instant offeredAt,
      @Nullable Instant retiredAt) {}

  public static Fact fact(TrainingModule module, ModuleHappening happening) {
    return new Fact(
        AGGREGATE,
        module.id(),
        happening.slug(),
        new Note(module.state(), module.terms(), module.leads().hr(), module.leads().manager()),
        happening.isTold() ? List.of(event(module)) : List.of());
  }

  private static OutboxEvent event(TrainingModule module) {
    String id = module.id().toString();
    Told told =
        new Told(
            module.id(),
            module.key(),
            module.terms().title(),
            module.terms().topics(),
            module.terms().requiredFor(),
            module.offeredAt().orElseThrow(),
            module.retiredAt().orElse(null));
    return new OutboxEvent(TOPIC, CHANGED, id, id, module.lockVersion(), told);
  }
}
