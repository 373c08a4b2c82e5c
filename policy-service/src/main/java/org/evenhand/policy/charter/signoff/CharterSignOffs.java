package org.evenhand.policy.charter.signoff;

import static org.evenhand.kit.web.problem.ViolationCode.SIZE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.charter.CharterHappening;
import org.evenhand.policy.charter.CharterStep;
import org.evenhand.policy.charter.SignOffWithdrawal;
import org.evenhand.policy.charter.work.CharterContext;
import org.evenhand.policy.charter.work.CharterRules;
import org.evenhand.policy.charter.work.CharterSteps;
import org.evenhand.policy.charter.work.ComingIntoForce;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.signing.SignRequest;
import org.evenhand.policy.signing.Signer;
import org.evenhand.policy.signing.SignerReplacement;
import org.evenhand.policy.signing.SignerReplacementRequest;
import org.evenhand.policy.signing.Signers;
import org.jspecify.annotations.Nullable;

/** Opening the sign-off of a charter, signing, and taking it back. */
@ApplicationScoped
public class CharterSignOffs {

  private final CharterSteps steps;
  private final CharterRules rules;
  private final Signers signers;
  private final People people;
  private final DueWork dueWork;

  CharterSignOffs(
      CharterSteps steps, CharterRules rules, Signers signers, People people, DueWork dueWork) {
    this.steps = steps;
    this.rules = rules;
    this.signers = signers;
    this.people = people;
    this.dueWork = dueWork;
  }

  public Uni<Answer> open(UUID id, @Nullable String ifMatch, List<String> managers) {
    return steps.take(
        id,
        ifMatch,
        context -> {
          context.charter().require(CharterStep.SIGN_OFF_OPENING);
          return rules
              .require(context.session(), context.charter().content())
              .chain(() -> required(context, managers))
              .chain(named -> open(context, named));
        });
  }

  private Uni<Set<UUID>> required(CharterContext context, List<String> managers) {
    int quorum = context.charter().content().quorum();
    return signers.required(
        context.session(),
        managers,
        quorum,
        SIZE.at("/managers", "are fewer than the quorum of the charter, which is " + quorum));
  }

  private Uni<Optional<CharterHappening>> open(CharterContext context, Set<UUID> managers) {
    return people
        .units(context.session(), managers)
        .invoke(
            units -> context.charter().openSignOff(managers, units, context.actor(), context.at()))
        .replaceWith(Optional.of(CharterHappening.SIGN_OFF_OPENED));
  }

  public Uni<Answer> replace(UUID id, @Nullable String ifMatch, SignerReplacementRequest request) {
    return steps.take(
        id,
        ifMatch,
        context -> {
          context.charter().require(CharterStep.SIGNER_REPLACEMENT);
          return signers
              .replacement(context.session(), request, context.actor(), context.at())
              .chain(replacement -> replace(context, replacement));
        });
  }

  private Uni<Optional<CharterHappening>> replace(
      CharterContext context, SignerReplacement replacement) {
    Set<UUID> managers =
        Stream.concat(
                context.charter().signOff().last().managers().stream(),
                Stream.of(replacement.successor()))
            .collect(Collectors.toSet());
    return people
        .units(context.session(), managers)
        .invoke(units -> context.charter().replaceSigner(replacement, units))
        .replaceWith(Optional.of(CharterHappening.SIGNER_REPLACED));
  }

  public Uni<Answer> sign(UUID id, @Nullable String ifMatch, SignRequest request) {
    return steps.take(
        id,
        ifMatch,
        context ->
            people
                .units(context.session(), Set.of(context.actor()))
                .map(units -> sign(context, request, units.get(context.actor())))
                .call(happening -> schedule(context, happening))
                .map(Optional::of));
  }

  private static CharterHappening sign(
      CharterContext context, SignRequest request, @Nullable String unit) {
    var signer =
        new Signer(context.actor(), context.caller().hr(), context.caller().manager(), unit);
    return context.charter().sign(signer, request.answer(), request.contentHash(), context.at());
  }

  private Uni<Void> schedule(CharterContext context, CharterHappening happening) {
    return happening == CharterHappening.SIGNED
        ? dueWork.schedule(
            context.session(),
            ComingIntoForce.KIND,
            context.charter().id(),
            context.charter().dueAt())
        : Uni.createFrom().voidItem();
  }

  public Uni<Answer> withdraw(UUID id, @Nullable String ifMatch, String reason) {
    return steps.take(
        id,
        ifMatch,
        context -> {
          context
              .charter()
              .withdrawSignOff(new SignOffWithdrawal(reason, context.actor(), context.at()));
          return Uni.createFrom().item(Optional.of(CharterHappening.SIGN_OFF_WITHDRAWN));
        });
  }
}
