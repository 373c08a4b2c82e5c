package org.evenhand.policy.signoff;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.consultation.CommentRepository;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.replay.ReplayGate;
import org.evenhand.policy.signing.SignRequest;
import org.evenhand.policy.signing.Signer;
import org.evenhand.policy.signing.SignerReplacementRequest;
import org.evenhand.policy.signing.Signers;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionContext;
import org.evenhand.policy.version.work.VersionSteps;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Opening the sign-off, and signing. */
@ApplicationScoped
public class SignOffs {

  private final Mutiny.SessionFactory sessions;
  private final VersionSteps steps;
  private final PolicyRepository policies;
  private final CommentRepository comments;
  private final ReplayGate gate;
  private final People people;
  private final Signers signers;

  public SignOffs(
      Mutiny.SessionFactory sessions,
      VersionSteps steps,
      PolicyRepository policies,
      CommentRepository comments,
      ReplayGate gate,
      People people,
      Signers signers) {
    this.sessions = sessions;
    this.steps = steps;
    this.policies = policies;
    this.comments = comments;
    this.gate = gate;
    this.people = people;
    this.signers = signers;
  }

  public Uni<Answer> open(VersionAddress address, @Nullable String ifMatch, Opening opening) {
    return steps.take(
        address,
        ifMatch,
        context -> {
          context.version().require(Transition.SIGN_OFF_OPENING);
          return signers
              .required(
                  context.session(),
                  opening.managers(),
                  opening.quorum(),
                  RANGE.at("/quorum", "is more than the managers named"))
              .chain(managers -> open(context, managers, opening.quorum()));
        });
  }

  /**
   * The list is frozen at the opening; a name in it changes only here, and everybody can see it.
   */
  public Uni<Answer> replace(
      VersionAddress address, @Nullable String ifMatch, SignerReplacementRequest request) {
    return steps.take(
        address,
        ifMatch,
        context -> {
          context.version().require(Transition.SIGNER_REPLACEMENT);
          return signers
              .replacement(context.session(), request, context.actor(), context.at())
              .invoke(context.version()::replaceSigner)
              .replaceWith(Optional.of(PolicyEventType.SIGNER_REPLACED));
        });
  }

  public Uni<Answer> sign(VersionAddress address, @Nullable String ifMatch, SignRequest request) {
    return steps.takeNow(
        address,
        ifMatch,
        context -> {
          var signer =
              new Signer(context.actor(), context.caller().hr(), context.caller().manager());
          return context
              .version()
              .sign(signer, request.answer(), request.contentHash(), context.at());
        });
  }

  public Uni<Versioned<SignOffChain>> chain(VersionAddress address) {
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(reader -> policies.version(session, address, reader.hr()))
                .map(v -> new Versioned<>(v.lockVersion(), SignOffChain.of(v))));
  }

  private Uni<Optional<PolicyEventType>> open(
      VersionContext context, Set<UUID> managers, int quorum) {
    return gate.require(context.session(), context.version(), context.at())
        .chain(() -> comments.undisposed(context.session(), context.version().id()))
        .invoke(
            undisposed ->
                context
                    .version()
                    .openSignOff(managers, quorum, undisposed, context.actor(), context.at()))
        .map(done -> Optional.of(PolicyEventType.SIGN_OFF_OPENED));
  }
}
