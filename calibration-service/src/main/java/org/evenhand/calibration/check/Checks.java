package org.evenhand.calibration.check;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;
import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.directory.People.Workplace;
import org.evenhand.calibration.obligation.Obligation;
import org.evenhand.calibration.obligation.ObligationContext;
import org.evenhand.calibration.obligation.ObligationContexts;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A manager begins a check, and notes what came of it. */
@ApplicationScoped
class Checks {

  private static final String ANCHORS =
      """
      select v.scale_size, cast(to_jsonb(v.criteria) as text) as criteria
      from pool_review r
      join cycle c on c.id = r.cycle_id
      join policy_version v on v.policy_id = c.policy_id and v.version = c.policy_version
      where r.id = :review
      """;

  /** What the policy of a review lets a note name. */
  private record Anchors(int scaleSize, List<String> criteria) {}

  private final Steps steps;
  private final ObligationContexts obligations;
  private final CheckContexts contexts;
  private final CheckSubjects subjects;
  private final People people;
  private final Places places;

  Checks(
      Steps steps,
      ObligationContexts obligations,
      CheckContexts contexts,
      CheckSubjects subjects,
      People people,
      Places places) {
    this.steps = steps;
    this.obligations = obligations;
    this.contexts = contexts;
    this.subjects = subjects;
    this.people = people;
    this.places = places;
  }

  /** What is shown of the text is read afterwards: a remembered answer keeps none. */
  Uni<Answer> begin(UUID obligation, NewCheck wanted) {
    return steps
        .load(db -> obligations.held(db, obligation))
        .permit(ObligationContext::requireOwn)
        .add()
        .take(context -> begun(context, wanted))
        .tell((context, check) -> CheckFacts.noted(check, context.obligation(), "begun"))
        .answerNow(
            (context, check) ->
                Answer.created(
                    URI.create("/v1/calibration-checks/" + check.id()),
                    check.version(),
                    CheckView.of(
                        new CheckContext(
                            context.session(),
                            check,
                            context.caller(),
                            true,
                            false,
                            context.at()))));
  }

  private Uni<Check> begun(ObligationContext context, NewCheck wanted) {
    Mutiny.Session db = context.session();
    Obligation obligation = context.obligation();
    context.requireOpen();
    wanted.requireFitting();
    obligation.begin(wanted.kind().isOwn());
    return subjects
        .of(db, context.actor(), obligation.quarter(), wanted)
        .map(
            subject ->
                new Check(
                    Ids.next(),
                    obligation.id(),
                    context.actor(),
                    wanted.kind(),
                    subject,
                    context.at()))
        .call(db::persist);
  }

  Uni<Answer> note(UUID id, NewCheckNote wanted, @Nullable String ifMatch) {
    return steps
        .load(db -> contexts.visible(db, id))
        .permit(CheckContext::requireOwn)
        .match(ifMatch, CheckContext::version)
        .take(context -> noted(context, wanted))
        .tell((context, of) -> CheckFacts.noted(context.check(), of, "noted"))
        .answerNow((context, of) -> Answer.ok(context.version(), CheckView.of(context)));
  }

  /** The obligation that it counts for. */
  private Uni<Obligation> noted(CheckContext context, NewCheckNote wanted) {
    Check check = context.check();
    check.requireNotable();
    context.requireOwed();
    return days(context)
        .invoke(
            days ->
                wanted.requireConversation(begun(check.begunAt(), days), days.today(context.at())))
        .chain(() -> anchors(context.session(), check.subject().review()))
        .invoke(anchors -> requireAnchor(anchors, wanted))
        .chain(() -> obligations.held(context.session(), check.obligationId()))
        .map(ObligationContext::obligation)
        .invoke(
            obligation -> {
              check.note(wanted.made(context.at()));
              obligation.note();
            });
  }

  /** Another can be begun instead. */
  Uni<Answer> giveBack(UUID id, @Nullable String ifMatch) {
    return steps
        .load(db -> contexts.visible(db, id))
        .permit(CheckContext::requireOwn)
        .match(ifMatch, CheckContext::version)
        .take(this::givenBack)
        .tell((context, of) -> CheckFacts.noted(context.check(), of, "returned"))
        .answerNow((context, of) -> Answer.ok(context.version(), CheckView.of(context)));
  }

  private Uni<Obligation> givenBack(CheckContext context) {
    Check check = context.check();
    check.requireReturnable();
    context.requireOwed();
    context.requireGone();
    check.giveBack();
    return obligations
        .held(context.session(), check.obligationId())
        .map(ObligationContext::obligation)
        .invoke(obligation -> obligation.giveBack(check.kind().isOwn()));
  }

  /** Where no zone of a place is known, the day that it was where days begin last. */
  private static LocalDate begun(Instant at, WorkingDays days) {
    return LocalDate.ofInstant(at, days.zone().orElse(ZoneOffset.ofHours(-12)));
  }

  private Uni<WorkingDays> days(CheckContext context) {
    return people
        .workplaces(context.session(), List.of(context.actor()))
        .chain(
            found ->
                places.at(
                    context.session(),
                    Optional.ofNullable(found.get(context.actor()))
                        .map(Workplace::location)
                        .orElse(null)));
  }

  private static Uni<Optional<Anchors>> anchors(Mutiny.Session db, UUID review) {
    return Rows.of(db, ANCHORS)
        .bind("review", review)
        .atMostOne(
            row ->
                new Anchors(
                    row.integer("scale_size"),
                    row.json("criteria", new TypeReference<List<String>>() {})));
  }

  private static void requireAnchor(Optional<Anchors> found, NewCheckNote wanted) {
    List<String> criteria = found.map(Anchors::criteria).orElse(List.of());
    if (!criteria.contains(wanted.criterion())) {
      throw Problem.of(CalibrationProblem.UNKNOWN_CRITERION, "The policy has no such criterion.")
          .with(NOT_FOUND.at("/criterion", "is none of " + criteria));
    }
    int scaleSize = found.map(Anchors::scaleSize).orElse(0);
    if (wanted.ordinal() > scaleSize) {
      throw Problem.of(CalibrationProblem.LEVEL_NOT_ON_SCALE, "The level doesn't fit.")
          .with(RANGE.at("/ordinal", "must be from 1 to " + scaleSize));
    }
  }
}
