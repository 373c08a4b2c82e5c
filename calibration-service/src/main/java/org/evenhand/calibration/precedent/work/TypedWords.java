package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.directory.People;
import org.evenhand.calibration.precedent.PrecedentWords;
import org.evenhand.calibration.precedent.work.PrecedentRequests.NewPrecedent;
import org.evenhand.calibration.precedent.work.PrecedentRequests.PrecedentOfConsensus;
import org.evenhand.calibration.redaction.NearSession;
import org.evenhand.calibration.redaction.Redaction;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.calibration.session.SessionContexts;
import org.evenhand.calibration.session.SessionRepository;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes names, units, places and dates out of what is typed for a precedent, before the transaction
 * in which it is stored. The parts of a review have been redacted with its sample.
 */
@ApplicationScoped
class TypedWords {

  /** Fiction is made of what its writers have seen: of themselves, and of those whom they lead. */
  private static final String NEAR =
      """
      with pair as (select id from person where id = :author or external_id = :checker)
      select p.id from person p
      where p.id in (select id from pair) or p.manager_id in (select id from pair)
      order by p.id limit 20000
      """;

  private record Typed(PrecedentWords words, List<UUID> near) {}

  private final Mutiny.SessionFactory factory;
  private final People people;
  private final SessionContexts contexts;
  private final SessionRepository sessions;
  private final NearSession near;
  private final Redaction redaction;

  TypedWords(
      Mutiny.SessionFactory factory,
      People people,
      SessionContexts contexts,
      SessionRepository sessions,
      NearSession near,
      Redaction redaction) {
    this.factory = factory;
    this.people = people;
    this.contexts = contexts;
    this.sessions = sessions;
    this.near = near;
    this.redaction = redaction;
  }

  /**
   * @throws Problem 503 while review-service is away
   */
  Uni<PrecedentWords> fiction(NewPrecedent wanted) {
    PrecedentWords written = FictionWords.written(wanted);
    return factory
        .withTransaction(
            db ->
                people
                    .caller(db)
                    .chain(
                        caller ->
                            Rows.of(db, NEAR)
                                .bind("author", caller.person())
                                .bind("checker", wanted.checkerExternalId())
                                .list(row -> row.uuid("id"))))
        .chain(ids -> redacted(new Typed(written, ids)));
  }

  /**
   * Why the session came to its consensus, and what was said against it; no parts.
   *
   * @throws Problem 503 while review-service is away
   */
  Uni<PrecedentWords> consensus(UUID session, UUID sample, PrecedentOfConsensus wanted) {
    return factory
        .withTransaction(
            db ->
                contexts
                    .ofMember(db, session)
                    .invoke(OfConsensus::requireFacilitator)
                    .invoke(OfConsensus::requirePublished)
                    .chain(context -> typed(context, sample, wanted)))
        .chain(this::redacted);
  }

  private Uni<Typed> typed(SessionContext context, UUID sampleId, PrecedentOfConsensus wanted) {
    return sessions
        .sample(context.session(), context.calibration(), sampleId)
        .map(OfConsensus::reached)
        .map(reached -> new PrecedentWords(List.of(), reached.reason(), wanted.dissent()))
        .chain(
            words ->
                near.of(context.session(), context.calibration())
                    .map(ids -> new Typed(words, List.copyOf(ids))));
  }

  private Uni<PrecedentWords> redacted(Typed typed) {
    return redaction.of(typed.words().texts().toList(), typed.near()).map(typed.words()::map);
  }
}
