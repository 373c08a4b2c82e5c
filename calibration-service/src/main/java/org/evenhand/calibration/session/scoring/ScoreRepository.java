package org.evenhand.calibration.session.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries for blind scores. */
@ApplicationScoped
public class ScoreRepository {

  private static final String OWED =
      """
      with rater as materialized (
        select p.id, array(select managers_of(p.id)) as managers
        from calibration_session s join person p on p.id = any (s.rater_ids)
        where s.id = :session and p.status = 'ACTIVE')
      select rater.id as rater,
             count(*) filter (where score.sample_id is null
                              and not too_close(rater.id, rater.managers, r)) as missing,
             count(score.sample_id) as given
      from rater
      cross join sample join pool_review r on r.id = sample.review_id
      left join score on score.sample_id = sample.id and score.rater_id = rater.id
      where sample.session_id = :session and sample.blind
      group by rater.id
      order by rater.id
      """;

  private final SessionRepository sessions;

  ScoreRepository(SessionRepository sessions) {
    this.sessions = sessions;
  }

  public Uni<ScoredSamples> of(Mutiny.Session db, Session session) {
    return sessions
        .samples(db, session.id())
        .chain(
            samples -> scores(db, session.id()).map(scores -> new ScoredSamples(samples, scores)));
  }

  private static Uni<List<Score>> scores(Mutiny.Session db, UUID sessionId) {
    return db.createSelectionQuery(
            "from Score where key.sampleId in (select id from Sample where sessionId = :session)",
            Score.class)
        .setParameter("session", sessionId)
        .getResultList();
  }

  /** Of each rater who is at work: whoever has left or is away owes none. */
  public Uni<List<OwedByRater>> owed(Mutiny.Session db, UUID sessionId) {
    return Rows.of(db, OWED)
        .bind("session", sessionId)
        .list(
            row -> new OwedByRater(row.uuid("rater"), row.bigint("missing"), row.bigint("given")));
  }

  Uni<Optional<Score>> find(Mutiny.Session db, Score.Key key) {
    return db.find(Score.class, key).map(Optional::ofNullable);
  }

  /** What a sample was given goes with it. */
  public Uni<Void> remove(Mutiny.Session db, Sample sample) {
    return db.createMutationQuery("delete from Score where key.sampleId = :sample")
        .setParameter("sample", sample.id())
        .executeUpdate()
        .replaceWithVoid();
  }
}
