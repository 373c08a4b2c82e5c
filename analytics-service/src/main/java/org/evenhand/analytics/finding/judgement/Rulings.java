package org.evenhand.analytics.finding.judgement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.kit.data.duty.Duties;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps a judgement with its findings, tells of them, and lets people owe their answers. */
@ApplicationScoped
class Rulings {

  private static final String ACTOR = "analytics-service";

  private final Journal journal;
  private final Duties duties;

  Rulings(Journal journal, Duties duties) {
    this.journal = journal;
    this.duties = duties;
  }

  Uni<Void> keep(Mutiny.Session session, Ruling ruling) {
    return session
        .persist(ruling.judgement())
        .chain(session::flush)
        .chain(() -> session.persistAll(ruling.found().toArray()))
        .chain(() -> journal.write(session, ACTOR, () -> List.of(JudgementEvents.judged(ruling))))
        .chain(() -> duties.follow(session, FindingEvents.AGGREGATE, ruling.changed()));
  }
}
