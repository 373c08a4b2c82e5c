package org.evenhand.kit.data.duty;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.evenhand.kit.data.duty.TaskView.As;
import org.jspecify.annotations.Nullable;

/** Duties as tasks of somebody. */
@Singleton
class TaskViews {

  private final ProposedWaivers waivers;
  private final Clock clock;
  private final String service;

  TaskViews(
      ProposedWaivers waivers,
      Clock clock,
      @ConfigProperty(name = "evenhand.service") String service) {
    this.waivers = waivers;
    this.clock = clock;
    this.service = service;
  }

  /**
   * @param follows whether the worker is asked to agree that it needn't be done
   */
  TaskView of(Duty duty, Worker worker, boolean follows) {
    return follows
        ? view(duty, As.COUNTERSIGNER, waivers.operationsOfSecond(), null)
        : view(duty, as(duty, worker), duty.kind().operations(), null);
  }

  /** For whoever can propose that it needn't be done. */
  TaskView toPropose(Duty duty, Map<UUID, String> names) {
    return view(
        duty,
        As.PROPOSER,
        waivers.operationsOfFirst(),
        NamedPerson.orNull(duty.holder().person(), names));
  }

  private TaskView view(Duty duty, As as, List<String> operations, @Nullable NamedPerson holder) {
    return new TaskView(
        duty.id(),
        duty.kind().name(),
        duty.deadline().on(),
        duty.deadline().at(),
        duty.isLate(clock.instant()),
        duty.course().state(),
        duty.course().step(),
        as,
        duty.kind().path(duty.matter().subject(), duty.matter().part()),
        operations,
        holder,
        duty.isWaivable() ? waiver(duty.id()) : null);
  }

  private String waiver(UUID duty) {
    return "/v1/tasks/%s/%s/waiver".formatted(service, duty);
  }

  private static As as(Duty duty, Worker worker) {
    Holder holder = duty.holder();
    if (worker.person().equals(holder.person())) {
      return As.HOLDER;
    }
    if (duty.isDelegatedTo(worker)) {
      return As.DELEGATE;
    }
    return holder.isRoleOf(worker) ? As.ROLE : As.RESPONSIBLE;
  }
}
