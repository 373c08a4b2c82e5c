package org.evenhand.policy.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.replay.ReplayGate;
import org.evenhand.policy.version.Announcement;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.PromisedTerms;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionContext;
import org.evenhand.policy.version.work.VersionSteps;
import org.jspecify.annotations.Nullable;

/** Announcing an approved version. */
@ApplicationScoped
public class Announcements {

  private final VersionSteps steps;
  private final PromisedTerms promised;
  private final Bindings bindings;
  private final ReplayGate gate;
  private final DueWork dueWork;

  public Announcements(
      VersionSteps steps,
      PromisedTerms promised,
      Bindings bindings,
      ReplayGate gate,
      DueWork dueWork) {
    this.steps = steps;
    this.promised = promised;
    this.bindings = bindings;
    this.gate = gate;
    this.dueWork = dueWork;
  }

  public Uni<Answer> announce(
      VersionAddress address, @Nullable String ifMatch, AnnouncementRequest request) {
    return steps.take(
        address,
        ifMatch,
        context -> {
          context.version().require(Transition.ANNOUNCEMENT);
          return bindings
              .requireFree(context.session(), context.version())
              .chain(() -> gate.impact(context.session(), context.version(), context.at()))
              .call(
                  impact ->
                      promised
                          .of(context.session(), address.policyId())
                          .invoke(
                              terms ->
                                  context
                                      .version()
                                      .announce(
                                          request.draft(),
                                          impact.orElse(null),
                                          terms,
                                          context.actor(),
                                          context.at())))
              .chain(() -> schedule(context));
        });
  }

  private Uni<Optional<PolicyEventType>> schedule(VersionContext context) {
    PolicyVersion version = context.version();
    Announcement announced = version.announcement().orElseThrow();
    return dueWork
        .schedule(context.session(), TakingEffect.KIND, version.id(), announced.effectiveFrom())
        .replaceWith(Optional.of(PolicyEventType.ANNOUNCED));
  }
}
