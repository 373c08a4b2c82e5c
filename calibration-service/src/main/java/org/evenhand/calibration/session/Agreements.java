package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far the raters of a session agree, for those who may know. */
@ApplicationScoped
class Agreements {

  private final Mutiny.SessionFactory factory;
  private final SessionRepository repository;
  private final Members members;

  Agreements(Mutiny.SessionFactory factory, SessionRepository repository, Members members) {
    this.factory = factory;
    this.repository = repository;
    this.members = members;
  }

  /**
   * @throws Problem 409 before the scores are revealed
   */
  Uni<AgreementView> of(UUID id) {
    return factory.withTransaction(
        db ->
            members
                .visible(db, id)
                .chain(session -> revealed(db, session))
                .chain(revealed -> view(db, revealed)));
  }

  private Uni<Revealed> revealed(Mutiny.Session db, Session session) {
    return repository
        .samples(db, session.id())
        .chain(
            samples ->
                repository
                    .scores(db, session.id())
                    .map(scores -> new Revealed(session, samples, scores)));
  }

  private Uni<AgreementView> view(Mutiny.Session db, Revealed revealed) {
    return members
        .viewer(db)
        .chain(
            viewer ->
                members
                    .tooClose(db, revealed.samples().stream().map(Sample::reviewId).toList())
                    .map(close -> revealed.seenBy(viewer, close)));
  }
}
