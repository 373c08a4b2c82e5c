package org.evenhand.policy.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.Answer;
import org.evenhand.kit.web.CommonProblem;
import org.evenhand.kit.web.Cursor;
import org.evenhand.kit.web.Page;
import org.evenhand.kit.web.PageRequest;
import org.evenhand.kit.web.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.version.Announcement;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;

/** Receipts of a notice. They change nothing of the version, so that nobody waits for anybody. */
@ApplicationScoped
public class Acknowledgements {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Mutiny.SessionFactory sessions;
  private final PolicyRepository policies;
  private final AcknowledgementRepository acknowledgements;
  private final People people;
  private final Clock clock;

  public Acknowledgements(
      Mutiny.SessionFactory sessions,
      PolicyRepository policies,
      AcknowledgementRepository acknowledgements,
      People people,
      Clock clock) {
    this.sessions = sessions;
    this.policies = policies;
    this.acknowledgements = acknowledgements;
    this.people = people;
    this.clock = clock;
  }

  public Uni<Answer> acknowledge(VersionAddress address, Stage stage) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    URI location = URI.create(address.uri() + "/acknowledgements");
    return sessions.withTransaction(
        session ->
            people
                .caller(session)
                .chain(
                    actor ->
                        policies
                            .version(session, address, actor.hr())
                            .invoke(version -> requireOpen(version, stage, actor, at))
                            .chain(
                                version ->
                                    acknowledgements.keep(
                                        session, version.id(), actor.person(), stage, at)))
                .map(kept -> Answer.created(location, null, AcknowledgementView.of(kept))));
  }

  /** HR and auditors read all of them, anybody else their own. */
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

  private static void requireOpen(PolicyVersion version, Stage stage, Actor actor, Instant at) {
    UUID unused = actor.person();
    if (stage == Stage.BRIEFED && !actor.manager()) {
      throw Problem.of(CommonProblem.FORBIDDEN, "The briefing is for managers.");
    }
    version.require(Transition.ACKNOWLEDGEMENTS);
    Announcement notice = version.announcement().orElseThrow();
    if (stage == Stage.INFORMED && at.isBefore(notice.everyoneFrom())) {
      throw Problem.of(
          PolicyProblem.NOTICE_NOT_OPEN,
          "Managers are briefed first; everyone follows at %s.".formatted(notice.everyoneFrom()));
    }
  }
}
