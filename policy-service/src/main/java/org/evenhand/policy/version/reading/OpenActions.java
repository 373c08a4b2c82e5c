package org.evenhand.policy.version.reading;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.evenhand.policy.content.Readiness;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.signing.Signer;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionLifecycle;

/** What a reader may do to a version now, judging by its state, their roles and the time. */
public final class OpenActions {

  private OpenActions() {}

  /**
   * @param shut what is refused for another reason
   */
  public static List<String> of(
      PolicyVersion version, Actor actor, Instant now, Set<Transition> shut) {
    if (actor.employeeId() == null) {
      return List.of();
    }
    List<String> open = VersionLifecycle.OF_VERSIONS.operations(version.state());
    return Stream.of(Transition.values())
        .filter(transition -> open.contains(transition.operation()))
        .filter(transition -> !shut.contains(transition))
        .filter(transition -> may(transition, version, actor, now))
        .map(Transition::operation)
        .toList();
  }

  private static boolean may(
      Transition transition, PolicyVersion version, Actor actor, Instant now) {
    return switch (transition) {
      case COMMENTS -> actor.staff();
      case SIGN_OFF_OPENING ->
          actor.hr()
              && version.consultation().filter(c -> !now.isBefore(c.signOffFrom())).isPresent()
              && complete(version);
      case ANNOUNCEMENT -> actor.hr() && complete(version);
      case SIGN_OFFS -> maySign(version, actor);
      case ACKNOWLEDGEMENTS ->
          actor.manager()
              || actor.staff()
                  && version
                      .announcement()
                      .filter(a -> !now.isBefore(a.everyoneFrom()))
                      .isPresent();
      case ENDING -> (actor.hr() || actor.manager()) && version.endingProposal().isEmpty();
      case ENDING_COUNTERSIGNATURE ->
          (actor.hr() || actor.manager())
              && version.endingProposal().filter(p -> p.side() != Side.of(actor)).isPresent();
      case ENDING_WITHDRAWAL ->
          (actor.hr() || actor.manager()) && version.endingProposal().isPresent();
      case EDIT,
          CONSULTATION,
          DISPOSITION,
          IMPACT_REPLAY,
          REPLAY_WAIVER,
          SIGNER_REPLACEMENT,
          WITHDRAWAL ->
          actor.hr();
    };
  }

  private static boolean complete(PolicyVersion version) {
    return Readiness.missing(version.content()).isEmpty();
  }

  private static boolean maySign(PolicyVersion version, Actor actor) {
    var signer = new Signer(actor.person(), actor.hr(), actor.manager());
    return version
        .signOff()
        .current()
        .filter(round -> round.admits(signer) && !round.answeredBy(signer.id()))
        .isPresent();
  }
}
