package org.evenhand.kit.data.waiver;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.PeopleNames;
import org.evenhand.kit.data.duty.WaivableDuties;
import org.evenhand.kit.data.duty.WaivableDuty;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Versioned;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Proposing that a duty needn't be done, and deciding on that. */
@ApplicationScoped
class Waivers {

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final WaivableDuties duties;
  private final WaiverRows rows;
  private final List<PeopleNames> names;
  private final Clock clock;

  Waivers(
      Mutiny.SessionFactory sessions,
      Steps steps,
      WaivableDuties duties,
      WaiverRows rows,
      @All List<PeopleNames> names,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.duties = duties;
    this.rows = rows;
    this.names = names;
    this.clock = clock;
  }

  /** A duty, held against whoever else decides on it or does it, and what was proposed last. */
  private record Asked(Mutiny.Session session, WaivableDuty duty, Optional<Waiver> last)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return duty.caller();
    }

    Waiver waiver() {
      return last.orElseThrow(Waivers::none);
    }
  }

  private Uni<Asked> asked(Mutiny.Session session, UUID id) {
    return duties
        .hold(session, id)
        .chain(duty -> rows.latest(session, id).map(last -> new Asked(session, duty, last)));
  }

  /**
   * @param at the path of the waiver
   */
  Uni<Answer> propose(UUID id, URI at, WaiverRequest request) {
    return steps
        .load(session -> asked(session, id))
        .permit(asked -> asked.duty().requireSide())
        .add()
        .take(asked -> written(asked, proposed(asked, request)))
        .tell((asked, made) -> List.of(WaiverFacts.proposed(asked.duty(), made)))
        .answer(
            (asked, made) ->
                view(asked.session(), asked.duty(), made)
                    .map(view -> Answer.created(at, made.version(), view)));
  }

  private Waiver proposed(Asked asked, WaiverRequest request) {
    WaivableDuty duty = asked.duty();
    duty.requireWaivable();
    if (asked.last().filter(waiver -> waiver.isOpen(duty)).isPresent()) {
      throw Problem.of(CommonProblem.STATE_CONFLICT, "Somebody has proposed it already.")
          .allowing(WaiverAction.OF_PROPOSED.stream().map(WaiverAction::operation).toList());
    }
    return Waiver.proposed(duty, request.code(), request.reason(), now());
  }

  /** Only this closes the duty. */
  Uni<Answer> countersign(UUID id, @Nullable String ifMatch) {
    return decide(id, ifMatch, WaiverState.AGREED, Waivers::requireSecond);
  }

  Uni<Answer> refuse(UUID id, @Nullable String ifMatch) {
    return decide(id, ifMatch, WaiverState.REFUSED, Waivers::requireSecond);
  }

  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return decide(id, ifMatch, WaiverState.WITHDRAWN, Waivers::requireFirst);
  }

  private Uni<Answer> decide(
      UUID id, @Nullable String ifMatch, WaiverState how, Consumer<Asked> permission) {
    return steps
        .load(session -> asked(session, id).invoke(Asked::waiver))
        .permit(permission)
        .match(ifMatch, asked -> asked.waiver().version())
        .take(asked -> decided(asked, how))
        .tell((asked, made) -> List.of(WaiverFacts.decided(asked.duty(), made)))
        .answer(
            (asked, made) ->
                view(asked.session(), asked.duty(), made)
                    .map(view -> Answer.ok(made.version(), view)));
  }

  private Uni<Waiver> decided(Asked asked, WaiverState how) {
    Instant now = now();
    return written(asked, asked.waiver().decided(asked.duty(), how, now))
        .call(
            made ->
                how == WaiverState.AGREED
                    ? duties.waive(asked.session(), asked.duty(), now)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Waiver> written(Asked asked, Waiver made) {
    return rows.write(asked.session(), made).replaceWith(made);
  }

  private static void requireSecond(Asked asked) {
    asked.duty().requireSide();
    if (asked.waiver().isBy(asked.actor())) {
      throw forbidden("A second person decides on what you have proposed.");
    }
    if (!asked.duty().canFollow(asked.waiver().proposal().side())) {
      throw forbidden("A manager has proposed it, so HR decides.");
    }
  }

  private static void requireFirst(Asked asked) {
    if (!asked.waiver().isBy(asked.actor())) {
      throw forbidden("It is withdrawn by whoever has proposed it.");
    }
  }

  /**
   * @throws Problem NOT_FOUND
   */
  Uni<Versioned<WaiverView>> one(UUID id) {
    return sessions.withTransaction(
        session ->
            duties
                .find(session, id)
                .chain(
                    duty ->
                        rows.latest(session, id)
                            .map(last -> last.orElseThrow(Waivers::none))
                            .chain(
                                waiver ->
                                    view(session, duty, waiver)
                                        .map(view -> new Versioned<>(waiver.version(), view)))));
  }

  private Uni<WaiverView> view(Mutiny.Session session, WaivableDuty duty, Waiver waiver) {
    Set<UUID> people =
        Stream.of(duty.holder(), waiver.proposal().by(), waiver.decidedBy())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Uni<Map<UUID, String>> called =
        names.isEmpty() ? Uni.createFrom().item(Map.of()) : names.get(0).of(session, people);
    return called.map(known -> WaiverView.of(waiver, duty, known));
  }

  private static Problem forbidden(String why) {
    return Problem.of(CommonProblem.FORBIDDEN, why);
  }

  private static Problem none() {
    return Problem.of(CommonProblem.NOT_FOUND, "Nobody has proposed to waive it.");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
