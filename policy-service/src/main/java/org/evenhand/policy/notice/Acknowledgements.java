package org.evenhand.policy.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.paging.Page;
import org.evenhand.kit.web.paging.PageRequest;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.Announcement;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/** Receipts of a notice. They don't change the version, so nobody waits for anybody. */
@ApplicationScoped
public class Acknowledgements {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** The version that a person confirms to know. */
  private record Notice(Mutiny.Session session, PolicyVersion version, Actor caller, Instant at)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return caller.person();
    }
  }

  private final Mutiny.SessionFactory sessions;
  private final Steps steps;
  private final PolicyRepository policies;
  private final AcknowledgementRepository acknowledgements;
  private final People people;
  private final Clock clock;

  public Acknowledgements(
      Mutiny.SessionFactory sessions,
      Steps steps,
      PolicyRepository policies,
      AcknowledgementRepository acknowledgements,
      People people,
      Clock clock) {
    this.sessions = sessions;
    this.steps = steps;
    this.policies = policies;
    this.acknowledgements = acknowledgements;
    this.people = people;
    this.clock = clock;
  }

  public Uni<Answer> acknowledge(VersionAddress address, Stage stage) {
    return steps
        .load(session -> people.caller(session).chain(caller -> notice(session, address, caller)))
        .permit(notice -> requireAddressed(notice.caller(), stage))
        .add()
        .take(notice -> acknowledge(notice, stage))
        .tell((notice, kept) -> List.of())
        .answerNow((notice, kept) -> created(address, kept));
  }

  private Uni<Notice> notice(Mutiny.Session session, VersionAddress address, Actor caller) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return policies
        .version(session, address, caller.hr())
        .map(version -> new Notice(session, version, caller, at));
  }

  private Uni<Acknowledgement> acknowledge(Notice notice, Stage stage) {
    requireOpen(notice, stage);
    return acknowledgements.keep(
        notice.session(), notice.version().id(), notice.actor(), stage, notice.at());
  }

  private static Answer created(VersionAddress address, Acknowledgement kept) {
    return Answer.created(
        URI.create(address.uri() + "/acknowledgements"), null, AcknowledgementView.of(kept));
  }

  /** HR and auditors read all of them, everyone else their own. */
  public Uni<Page<AcknowledgementView>> all(VersionAddress address, PageRequest page) {
    int limit = page.limit();
    UUID last = page.cursor().map(cursor -> cursor.uuid(0)).orElse(BEFORE_ALL);
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    reader ->
                        policies
                            .version(session, address, reader.hr())
                            .chain(
                                version ->
                                    acknowledgements.after(
                                        session, version.id(), readable(reader), last, limit + 1)))
                .map(found -> Page.of(found, limit, a -> Cursor.of(a.id())))
                .map(found -> found.map(AcknowledgementView::of)));
  }

  private static Optional<UUID> readable(Actor reader) {
    return reader.hr() || reader.auditor() ? Optional.empty() : Optional.of(reader.person());
  }

  private static void requireAddressed(Actor caller, Stage stage) {
    caller.requirePerson();
    if (stage == Stage.BRIEFED && !caller.manager()) {
      throw Problem.of(CommonProblem.FORBIDDEN, "The briefing is for managers.");
    }
  }

  private static void requireOpen(Notice notice, Stage stage) {
    notice.version().require(Transition.ACKNOWLEDGEMENTS);
    Announcement announced = notice.version().announcement().orElseThrow();
    if (stage == Stage.INFORMED && notice.at().isBefore(announced.everyoneFrom())) {
      throw Problem.of(
          PolicyProblem.NOTICE_NOT_OPEN,
          "Managers are briefed first; everyone follows at %s."
              .formatted(announced.everyoneFrom()));
    }
  }
}
