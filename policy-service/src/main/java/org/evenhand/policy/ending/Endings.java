package org.evenhand.policy.ending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.data.DueWork;
import org.evenhand.policy.notice.TakingEffect;
import org.evenhand.policy.version.Happening;
import org.evenhand.policy.version.Transitions;
import org.evenhand.policy.version.VersionAddress;
import org.jspecify.annotations.Nullable;

/** Ending a version. */
@ApplicationScoped
public class Endings {

  private final Transitions transitions;
  private final DueWork dueWork;

  public Endings(Transitions transitions, DueWork dueWork) {
    this.transitions = transitions;
    this.dueWork = dueWork;
  }

  public Uni<Answer> withdraw(VersionAddress address, @Nullable String ifMatch, String reason) {
    return transitions.perform(
        address,
        ifMatch,
        turn -> {
          turn.version().withdraw(reason, turn.by(), turn.at());
          return dueWork
              .cancel(turn.session(), TakingEffect.KIND, turn.version().id())
              .replaceWith(Optional.of(Happening.WITHDRAWN));
        });
  }

  public Uni<Answer> retire(VersionAddress address, @Nullable String ifMatch) {
    return transitions.plain(
        address,
        ifMatch,
        turn -> {
          turn.version().retire(turn.by(), turn.at());
          return Happening.RETIRED;
        });
  }
}
