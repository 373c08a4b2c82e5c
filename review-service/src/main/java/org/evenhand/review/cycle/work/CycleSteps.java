package org.evenhand.review.cycle.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.cycle.CycleEventType;
import org.evenhand.review.cycle.CycleEvents;
import org.evenhand.review.cycle.CycleEvents.Awaiting;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.CycleRepository;
import org.evenhand.review.cycle.access.CycleContext;
import org.evenhand.review.cycle.access.Signatories;
import org.evenhand.review.cycle.reading.CycleViews;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.policy.PolicyVersions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Steps on a cycle: whose they are, and how they are told. */
@ApplicationScoped
public class CycleSteps {

  /** What is done; empty when it moves nothing yet, such as a proposal. */
  @FunctionalInterface
  public interface Step extends Function<CycleContext, Uni<Optional<CycleEventType>>> {}

  private final Steps steps;
  private final CycleRepository cycles;
  private final CycleViews views;
  private final PolicyVersions policies;
  private final Signatories signatories;
  private final Access access;
  private final Clock clock;

  CycleSteps(
      Steps steps,
      CycleRepository cycles,
      CycleViews views,
      PolicyVersions policies,
      Signatories signatories,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.cycles = cycles;
    this.views = views;
    this.policies = policies;
    this.signatories = signatories;
    this.access = access;
    this.clock = clock;
  }

  /** A step that HR takes alone. */
  public Uni<Answer> byHr(UUID id, @Nullable String ifMatch, Step step) {
    return take(id, ifMatch, context -> context.signatory().requireLead(), step, movedOr("step"));
  }

  /** A step of either side on what both have opened, and until then of HR alone. */
  Uni<Answer> byWhoeverOpened(UUID id, @Nullable String ifMatch, String note, Step step) {
    return take(
        id,
        ifMatch,
        context -> {
          if (context.cycle().isOpenedByBoth()) {
            context.signatory().proposesFor();
          } else {
            context.signatory().requireLead();
          }
        },
        step,
        movedOr(note));
  }

  /**
   * A step that one side proposes or the other countersigns.
   *
   * @param note how the audit names it where it moves nothing yet
   */
  public Uni<Answer> bySide(UUID id, @Nullable String ifMatch, String note, Step step) {
    return take(id, ifMatch, context -> context.signatory().proposesFor(), step, movedOr(note));
  }

  /** One side proposes to share what waits. */
  public Uni<Answer> proposeSharing(
      UUID id, @Nullable String ifMatch, Function<CycleContext, Uni<Awaiting>> step) {
    return take(
        id,
        ifMatch,
        context -> context.signatory().proposesFor(),
        step,
        (context, awaiting) ->
            List.of(
                CycleEvents.sharingProposed(
                    context.cycle(), "sharing-proposed", context.policy(), awaiting)));
  }

  /** For a step on reviews of a cycle, which nothing else changes meanwhile. */
  public Steps.Loaded<CycleContext> heldAlone(UUID id) {
    return steps.load(
        session ->
            access
                .person(session)
                .chain(
                    viewer ->
                        cycles
                            .holdAlone(session, id)
                            .chain(cycle -> context(session, cycle, viewer))));
  }

  private static BiFunction<CycleContext, Optional<CycleEventType>, List<Fact>> movedOr(
      String note) {
    return (context, type) ->
        List.of(
            type.map(moved -> CycleEvents.moved(context.cycle(), moved, context.policy()))
                .orElseGet(() -> CycleEvents.noted(context.cycle(), note)));
  }

  private <R> Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      Consumer<CycleContext> permission,
      Function<CycleContext, Uni<R>> step,
      BiFunction<CycleContext, R, List<Fact>> facts) {
    return steps
        .load(session -> access.person(session).chain(viewer -> context(session, id, viewer)))
        .permit(permission)
        .match(ifMatch, context -> context.cycle().version())
        .take(step)
        .tell(facts)
        .answer((context, result) -> answer(context));
  }

  private Uni<CycleContext> context(Mutiny.Session session, UUID id, Viewer viewer) {
    return cycles
        .get(session, id)
        .invoke(cycle -> Cycles.requireVisible(cycle, viewer))
        .chain(cycle -> context(session, cycle, viewer));
  }

  private Uni<CycleContext> context(Mutiny.Session session, Cycle cycle, Viewer viewer) {
    CyclePlan plan = cycle.plan();
    return policies
        .pinned(session, plan.policyId(), plan.policyVersion())
        .chain(
            policy ->
                signatories
                    .of(session, viewer, plan.orgUnits())
                    .map(
                        signatory ->
                            new CycleContext(
                                session,
                                cycle,
                                policy.content(),
                                viewer,
                                signatory,
                                clock.instant())));
  }

  private Uni<Answer> answer(CycleContext context) {
    return views
        .of(context.session(), context.cycle(), context.viewer())
        .map(view -> Answer.ok(context.cycle().version(), view));
  }
}
