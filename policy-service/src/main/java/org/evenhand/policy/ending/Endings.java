package org.evenhand.policy.ending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.data.DueWork;
import org.evenhand.policy.notice.TakingEffect;
import org.evenhand.policy.version.EndingProposal;
import org.evenhand.policy.version.Happening;
import org.evenhand.policy.version.Side;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.Transitions;
import org.evenhand.policy.version.VersionAddress;
import org.jspecify.annotations.Nullable;

/** Ending a version: by HR alone before both sides have agreed to it, by both sides afterwards. */
@ApplicationScoped
public class Endings {

  private final Transitions transitions;
  private final Consequences consequences;
  private final DueWork dueWork;

  public Endings(Transitions transitions, Consequences consequences, DueWork dueWork) {
    this.transitions = transitions;
    this.consequences = consequences;
    this.dueWork = dueWork;
  }

  public Uni<Answer> withdraw(VersionAddress address, @Nullable String ifMatch, String reason) {
    return transitions.plain(
        address,
        ifMatch,
        turn -> {
          turn.version().withdraw(reason, turn.by(), turn.at());
          return Happening.WITHDRAWN;
        });
  }

  public Uni<Answer> propose(VersionAddress address, @Nullable String ifMatch, String reason) {
    return transitions.perform(
        address,
        ifMatch,
        turn -> {
          turn.version().require(Transition.ENDING);
          return consequences
              .of(turn.session(), turn.version())
              .map(
                  follows ->
                      new EndingProposal(
                          Side.of(turn.actor()), turn.by(), turn.at(), reason, follows))
              .invoke(turn.version()::proposeEnding)
              .replaceWith(Optional.of(Happening.ENDING_PROPOSED));
        });
  }

  public Uni<Answer> countersign(VersionAddress address, @Nullable String ifMatch) {
    return transitions.perform(
        address,
        ifMatch,
        turn -> {
          Happening ended =
              turn.version().countersignEnding(Side.of(turn.actor()), turn.by(), turn.at());
          return dueWork
              .cancel(turn.session(), TakingEffect.KIND, turn.version().id())
              .replaceWith(Optional.of(ended));
        });
  }

  public Uni<Answer> withdrawProposal(VersionAddress address, @Nullable String ifMatch) {
    return transitions.plain(
        address,
        ifMatch,
        turn -> {
          turn.version().withdrawEndingProposal(turn.at());
          return Happening.ENDING_WITHDRAWN;
        });
  }
}
