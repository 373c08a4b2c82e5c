package org.evenhand.calibration.session.scoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.SessionRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries for blind scores. */
@ApplicationScoped
public class ScoreRepository {

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
