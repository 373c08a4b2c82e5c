package org.evenhand.calibration.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
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
                .call(
                    looked ->
                        looked
                            .viewer()
                            .person()
                            .map(person -> members.serving(db, looked.session(), person))
                            .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(looked -> view(db, looked)));
  }

  private Uni<AgreementView> view(Mutiny.Session db, Members.Looked looked) {
    var session = looked.session();
    return repository
        .samples(db, session.id())
        .chain(
            samples ->
                repository
                    .scores(db, session.id())
                    .chain(
                        scores ->
                            members
                                .tooClose(
                                    db,
                                    looked.viewer(),
                                    samples.stream().map(Sample::reviewId).toList())
                                .map(
                                    close ->
                                        new Revealed(session, samples, scores)
                                            .seenBy(looked.viewer(), close))));
  }
}
