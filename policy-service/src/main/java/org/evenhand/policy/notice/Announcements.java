package org.evenhand.policy.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.data.DueWork;
import org.evenhand.policy.version.Announcement;
import org.evenhand.policy.version.Happening;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.PromisedTerms;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.Transitions;
import org.evenhand.policy.version.Turn;
import org.evenhand.policy.version.VersionAddress;
import org.jspecify.annotations.Nullable;

/** Announcing an approved version. */
@ApplicationScoped
public class Announcements {

  private final Transitions transitions;
  private final PromisedTerms promised;
  private final Bindings bindings;
  private final DueWork dueWork;

  public Announcements(
      Transitions transitions, PromisedTerms promised, Bindings bindings, DueWork dueWork) {
    this.transitions = transitions;
    this.promised = promised;
    this.bindings = bindings;
    this.dueWork = dueWork;
  }

  public Uni<Answer> announce(
      VersionAddress address, @Nullable String ifMatch, AnnouncementRequest request) {
    return transitions.perform(
        address,
        ifMatch,
        turn -> {
          turn.version().require(Transition.ANNOUNCEMENT);
          return bindings
              .requireFree(turn.session(), turn.version())
              .chain(() -> promised.of(turn.session(), address.policyId()))
              .invoke(
                  terms -> turn.version().announce(request.draft(), terms, turn.by(), turn.at()))
              .chain(() -> schedule(turn));
        });
  }

  private Uni<Optional<Happening>> schedule(Turn turn) {
    PolicyVersion version = turn.version();
    Announcement announced = version.announcement().orElseThrow();
    return dueWork
        .schedule(turn.session(), TakingEffect.KIND, version.id(), announced.effectiveFrom())
        .replaceWith(Optional.of(Happening.ANNOUNCED));
  }
}
