package org.evenhand.policy.signoff;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;
import static org.evenhand.kit.web.problem.ViolationCode.REQUIRED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.kit.web.request.Versioned;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.consultation.CommentRepository;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.Decision;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.Signature;
import org.evenhand.policy.version.Signer;
import org.evenhand.policy.version.SignerReplacement;
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
  private final People people;
  private final Signers signers;

  public SignOffs(
      Mutiny.SessionFactory sessions,
      VersionSteps steps,
      PolicyRepository policies,
      CommentRepository comments,
      People people,
      Signers signers) {
    this.sessions = sessions;
    this.steps = steps;
    this.policies = policies;
    this.comments = comments;
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
              .named(context.session(), opening.managers())
              .map(named -> requireSigners(opening, named))
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
          return people
              .idOf(context.session(), request.replaced())
              .chain(
                  replaced ->
                      signers
                          .named(context.session(), List.of(request.successor()))
                          .map(named -> replacement(context, replaced, named.get(0), request)))
              .invoke(context.version()::replaceSigner)
              .replaceWith(Optional.of(PolicyEventType.SIGNER_REPLACED));
        });
  }

  private static SignerReplacement replacement(
      VersionContext context,
      Optional<UUID> replaced,
      Signers.Named successor,
      SignerReplacementRequest request) {
    List<Violation> violations = new ArrayList<>();
    if (replaced.isEmpty()) {
      violations.add(NOT_FOUND.at("/replaced", "is nobody whom the directory knows"));
    }
    if (!successor.canSign()) {
      violations.add(NOT_ALLOWED.at("/successor", successor.obstacle()));
    }
    if (!violations.isEmpty()) {
      throw Problem.of(
              PolicyProblem.SIGNER_REPLACEMENT_INVALID, "Nobody could sign in their place so.")
          .with(violations);
    }
    return new SignerReplacement(
        replaced.orElseThrow(),
        successor.id().orElseThrow(),
        request.reason(),
        context.actor(),
        context.at());
  }

  public Uni<Answer> sign(VersionAddress address, @Nullable String ifMatch, SignRequest request) {
    return steps.takeNow(
        address,
        ifMatch,
        context -> {
          if (request.decision() == Decision.REJECT && request.reason() == null) {
            throw Problem.of(CommonProblem.RULE_VIOLATED, "A rejection says why.")
                .with(REQUIRED.at("/reason", "is missing"));
          }
          var signer =
              new Signer(context.actor(), context.caller().hr(), context.caller().manager());
          var answer = new Signature.Answer(request.decision(), request.reason());
          return context.version().sign(signer, answer, request.contentHash(), context.at());
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
    return comments
        .undisposed(context.session(), context.version().id())
        .invoke(
            undisposed ->
                context
                    .version()
                    .openSignOff(managers, quorum, undisposed, context.actor(), context.at()))
        .map(done -> Optional.of(PolicyEventType.SIGN_OFF_OPENED));
  }

  private static Set<UUID> requireSigners(Opening opening, List<Signers.Named> named) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      if (!named.get(i).canSign()) {
        violations.add(NOT_ALLOWED.at("/managers/" + i, named.get(i).obstacle()));
      } else if (!seen.add(named.get(i).externalId())) {
        violations.add(DUPLICATE.at("/managers/" + i, "is named twice"));
      }
    }
    if (opening.quorum() > named.size()) {
      violations.add(RANGE.at("/quorum", "is more than the managers named"));
    }
    if (!violations.isEmpty()) {
      throw Problem.of(PolicyProblem.SIGN_OFF_INVALID, "The sign-off could never be completed so.")
          .with(violations);
    }
    return named.stream().flatMap(signer -> signer.id().stream()).collect(Collectors.toSet());
  }
}
