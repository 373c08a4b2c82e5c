package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.request.Preconditions;
import org.evenhand.review.directory.Access;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a person moves a cycle: see whether it is visible, whether the step is
 * theirs, whether they have read this version; take the step; tell of it.
 */
@ApplicationScoped
public class CycleSteps {

  /** What is done; empty when it moves nothing yet, such as a proposal. */
  @FunctionalInterface
  public interface Step {
    Uni<Optional<CycleHappening>> take(CycleTurn turn);
  }

  private final Mutiny.SessionFactory sessions;
  private final CycleRepository cycles;
  private final CycleViews views;
  private final CycleChronicle chronicle;
  private final Standings standings;
  private final Access access;
  private final Clock clock;

  CycleSteps(
      Mutiny.SessionFactory sessions,
      CycleRepository cycles,
      CycleViews views,
      CycleChronicle chronicle,
      Standings standings,
      Access access,
      Clock clock) {
    this.sessions = sessions;
    this.cycles = cycles;
    this.views = views;
    this.chronicle = chronicle;
    this.standings = standings;
    this.access = access;
    this.clock = clock;
  }

  /** A step that HR takes alone. */
  public Uni<Answer> byHr(UUID id, @Nullable String ifMatch, Step step) {
    return take(id, ifMatch, turn -> turn.standing().requireLead(), "step", step);
  }

  /** A step of either side on what both have opened, and until then of HR alone. */
  Uni<Answer> byWhoeverOpened(UUID id, @Nullable String ifMatch, String note, Step step) {
    return take(
        id,
        ifMatch,
        turn -> {
          if (turn.cycle().isOpenedByBoth()) {
            turn.standing().proposesFor();
          } else {
            turn.standing().requireLead();
          }
        },
        note,
        step);
  }

  /**
   * A step that one side proposes or the other countersigns.
   *
   * @param note how the audit names it where it moves nothing yet
   */
  public Uni<Answer> bySide(UUID id, @Nullable String ifMatch, String note, Step step) {
    return take(id, ifMatch, turn -> turn.standing().proposesFor(), note, step);
  }

  private Uni<Answer> take(
      UUID id,
      @Nullable String ifMatch,
      java.util.function.Consumer<CycleTurn> permission,
      String note,
      Step step) {
    return sessions.withTransaction(
        session ->
            turn(session, id)
                .invoke(permission)
                .invoke(turn -> Preconditions.require(ifMatch, turn.cycle().version()))
                .chain(turn -> step.take(turn).chain(happening -> told(turn, happening, note)))
                .chain(
                    turn ->
                        views
                            .of(session, turn.cycle(), turn.viewer())
                            .map(view -> Answer.ok(turn.cycle().version(), view))));
  }

  private Uni<CycleTurn> turn(Mutiny.Session session, UUID id) {
    return access
        .person(session)
        .chain(
            viewer ->
                cycles
                    .get(session, id)
                    .invoke(cycle -> Cycles.requireVisible(cycle, viewer))
                    .chain(
                        cycle ->
                            standings
                                .of(session, viewer, cycle.plan().orgUnits())
                                .map(
                                    standing ->
                                        new CycleTurn(
                                            session, cycle, viewer, standing, clock.instant()))));
  }

  private Uni<CycleTurn> told(CycleTurn turn, Optional<CycleHappening> happening, String note) {
    String actor = turn.standing().employeeId().toString();
    return happening
        .map(what -> chronicle.tell(turn.session(), turn.cycle(), what, actor))
        .orElseGet(() -> chronicle.note(turn.session(), turn.cycle(), note, actor))
        .replaceWith(turn);
  }
}
