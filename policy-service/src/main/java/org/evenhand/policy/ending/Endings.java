package org.evenhand.policy.ending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.notice.TakingEffect;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.version.EndingProposal;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.work.VersionSteps;
import org.jspecify.annotations.Nullable;

/** Ending a version: by HR alone before both sides have agreed to it, by both sides afterwards. */
@ApplicationScoped
public class Endings {

  private final VersionSteps steps;
  private final Consequences consequences;
  private final DueWork dueWork;

  public Endings(VersionSteps steps, Consequences consequences, DueWork dueWork) {
    this.steps = steps;
    this.consequences = consequences;
    this.dueWork = dueWork;
  }

  public Uni<Answer> withdraw(VersionAddress address, @Nullable String ifMatch, String reason) {
    return steps.takeNow(
        address,
        ifMatch,
        context -> {
          context.version().withdraw(reason, context.actor(), context.at());
          return PolicyEventType.WITHDRAWN;
        });
  }

  public Uni<Answer> propose(VersionAddress address, @Nullable String ifMatch, String reason) {
    return steps.take(
        address,
        ifMatch,
        context -> {
          context.version().require(Transition.ENDING);
          return consequences
              .of(context.session(), context.version())
              .map(
                  follows ->
                      new EndingProposal(
                          Side.of(context.caller()),
                          context.actor(),
                          context.at(),
                          reason,
                          follows))
              .invoke(context.version()::proposeEnding)
              .replaceWith(Optional.of(PolicyEventType.ENDING_PROPOSED));
        });
  }

  public Uni<Answer> countersign(VersionAddress address, @Nullable String ifMatch) {
    return steps.take(
        address,
        ifMatch,
        context -> {
          PolicyEventType ended =
              context
                  .version()
                  .countersignEnding(Side.of(context.caller()), context.actor(), context.at());
          return dueWork
              .cancel(context.session(), TakingEffect.KIND, context.version().id())
              .replaceWith(Optional.of(ended));
        });
  }

  public Uni<Answer> withdrawProposal(VersionAddress address, @Nullable String ifMatch) {
    return steps.takeNow(
        address,
        ifMatch,
        context -> {
          context.version().withdrawEndingProposal(context.at());
          return PolicyEventType.ENDING_WITHDRAWN;
        });
  }
}
