package org.evenhand.calibration.duty;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.duty.Standing.Checks;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.calibration.session.SessionState;
import org.evenhand.calibration.session.scoring.OwedByRater;
import org.evenhand.calibration.session.scoring.ScoreRepository;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds out how sessions stand. */
@ApplicationScoped
class Standings {

  private static final String CHECKS =
      """
      select count(*) filter (where check_mark is null and objection is null) as unchecked,
             count(*) filter (where objection is not null) as sent_back
      from sample where session_id = :session
      """;

  private final SessionRepository sessions;
  private final ScoreRepository scores;
  private final People people;
  private final CycleEnds ends;

  Standings(SessionRepository sessions, ScoreRepository scores, People people, CycleEnds ends) {
    this.sessions = sessions;
    this.scores = scores;
    this.people = people;
    this.ends = ends;
  }

  /**
   * Empty where nothing is owed any more.
   *
   * @param id of a session that is held
   */
  Uni<Optional<Standing>> of(Mutiny.Session db, UUID id) {
    return sessions
        .get(db, id)
        .chain(
            session ->
                session.state() == SessionState.CANCELLED
                    ? Uni.createFrom().item(Optional.empty())
                    : ofCycle(db, session));
  }

  private Uni<Optional<Standing>> ofCycle(Mutiny.Session db, Session session) {
    return end(db, session)
        .chain(
            end ->
                end.filter(CycleEnd::isOver).isPresent()
                    ? Uni.createFrom().item(Optional.empty())
                    : standing(db, session, end).map(Optional::of));
  }

  /** An exercise begins when its cycle is over: that ends nothing, and sets no day. */
  private Uni<Optional<CycleEnd>> end(Mutiny.Session db, Session session) {
    return session.isExercise()
        ? Uni.createFrom().item(Optional.empty())
        : ends.of(db, session.cycleId());
  }

  private Uni<Standing> standing(Mutiny.Session db, Session session, Optional<CycleEnd> end) {
    return people
        .workplaces(db, everyMember(session))
        .chain(
            members ->
                checks(db, session)
                    .chain(
                        checks ->
                            raters(db, session)
                                .map(
                                    raters ->
                                        new Standing(
                                            session,
                                            end.map(CycleEnd::calibrationDue).orElse(null),
                                            members,
                                            checks,
                                            raters))));
  }

  private static Set<UUID> everyMember(Session session) {
    Set<UUID> members = new HashSet<>(session.members().raterIds());
    members.add(session.members().facilitatorId());
    members.add(session.members().coFacilitatorId());
    return members;
  }

  private static Uni<Checks> checks(Mutiny.Session db, Session session) {
    return session.state() == SessionState.SAMPLES_READY
        ? Rows.of(db, CHECKS)
            .bind("session", session.id())
            .one(row -> new Checks(row.bigint("unchecked"), row.bigint("sent_back")))
        : Uni.createFrom().item(Checks.NONE);
  }

  private Uni<List<OwedByRater>> raters(Mutiny.Session db, Session session) {
    return session.state() == SessionState.BLIND_SCORING
        ? scores.owed(db, session.id())
        : Uni.createFrom().item(List.of());
  }
}
