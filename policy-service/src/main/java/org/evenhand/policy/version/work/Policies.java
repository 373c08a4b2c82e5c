package org.evenhand.policy.version.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.content.ContentReader;
import org.evenhand.policy.content.PolicyContent;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.Policy;
import org.evenhand.policy.version.PolicyEventType;
import org.evenhand.policy.version.PolicyEvents;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionContext;
import org.evenhand.policy.version.reading.VersionView;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Drafting: a policy's first version, the next ones, and their text. */
@ApplicationScoped
public class Policies {

  private final Steps steps;
  private final VersionSteps versionSteps;
  private final PolicyRepository repository;
  private final List<EditFollower> followers;
  private final People people;
  private final ContentReader contents;
  private final Clock clock;

  public Policies(
      Steps steps,
      VersionSteps versionSteps,
      PolicyRepository repository,
      @All List<EditFollower> followers,
      People people,
      ContentReader contents,
      Clock clock) {
    this.steps = steps;
    this.versionSteps = versionSteps;
    this.repository = repository;
    this.followers = followers;
    this.people = people;
    this.contents = contents;
    this.clock = clock;
  }

  /** A policy whose next version is drafted. */
  private record Drafting(Mutiny.Session session, Policy policy, Actor caller, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }
  }

  /** A new policy with its first draft. */
  public Uni<Answer> begin(JsonNode sent) {
    PolicyContent content = contents.read(sent);
    return draft(
        steps.load(session -> people.caller(session).chain(caller -> begin(session, caller))),
        drafting -> Uni.createFrom().item(content));
  }

  /** The next draft of a policy, a copy of its latest version. */
  public Uni<Answer> draftNext(UUID policyId) {
    return draft(
        steps.load(
            session -> people.caller(session).chain(caller -> hold(session, policyId, caller))),
        this::latestContent);
  }

  public Uni<Answer> edit(VersionAddress address, @Nullable String ifMatch, JsonNode patch) {
    return versionSteps.take(
        address,
        ifMatch,
        context -> Uni.createFrom().item(() -> edit(context, patch)).call(() -> follow(context)));
  }

  private Uni<Void> follow(VersionContext context) {
    return Multi.createFrom()
        .iterable(followers)
        .onItem()
        .transformToUniAndConcatenate(each -> each.edited(context.session(), context.version()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Optional<PolicyEventType> edit(VersionContext context, JsonNode patch) {
    var version = context.version();
    version.require(Transition.EDIT);
    PolicyContent edited = contents.patched(version.content(), patch);
    return version.edit(edited, context.actor(), context.at())
        ? Optional.of(PolicyEventType.EDITED)
        : Optional.empty();
  }

  private Uni<Drafting> begin(Mutiny.Session session, Actor caller) {
    var policy = new Policy(Ids.next(), caller.person(), now());
    return session.persist(policy).replaceWith(new Drafting(session, policy, caller, now()));
  }

  private Uni<Drafting> hold(Mutiny.Session session, UUID policyId, Actor caller) {
    return repository
        .hold(session, policyId)
        .map(policy -> new Drafting(session, policy, caller, now()));
  }

  private Uni<PolicyContent> latestContent(Drafting drafting) {
    return repository
        .latest(drafting.session(), drafting.policy())
        .map(
            latest -> {
              if (latest.state().underWay()) {
                throw Problem.of(
                    PolicyProblem.VERSION_UNDER_WAY,
                    "Version %d is in %s: finish or withdraw it first."
                        .formatted(latest.number(), latest.state()));
              }
              return latest.content();
            });
  }

  private static Uni<Answer> draft(
      Steps.Loaded<Drafting> policy, Function<Drafting, Uni<PolicyContent>> content) {
    return policy
        .permit(drafting -> drafting.caller().requirePerson())
        .add()
        .take(drafting -> content.apply(drafting).chain(text -> draft(drafting, text)))
        .tell(
            (drafting, version) ->
                List.of(PolicyEvents.fact(drafting.policy(), version, PolicyEventType.DRAFTED)))
        .answerNow((drafting, version) -> created(drafting, version));
  }

  private static Uni<PolicyVersion> draft(Drafting drafting, PolicyContent content) {
    var policy = drafting.policy();
    var version =
        new PolicyVersion(
            Ids.next(),
            policy.id(),
            policy.nextVersion(),
            content,
            drafting.actor(),
            drafting.at());
    return drafting.session().persist(version).replaceWith(version);
  }

  private static Answer created(Drafting drafting, PolicyVersion version) {
    return Answer.created(
        new VersionAddress(version.policyId(), version.number()).uri(),
        version.lockVersion(),
        VersionView.of(version, drafting.caller(), drafting.at(), Set.of()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
