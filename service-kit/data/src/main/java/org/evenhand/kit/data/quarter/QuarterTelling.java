package org.evenhand.kit.data.quarter;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.outbox.Outbox;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells each figure once of each quarter, and expects the next one then. */
@ApplicationScoped
class QuarterTelling implements DueTask {

  private final List<QuarterFigures> figures;
  private final QuarterRows rows;
  private final Outbox outbox;
  private final Clock clock;

  QuarterTelling(@All List<QuarterFigures> figures, QuarterRows rows, Outbox outbox, Clock clock) {
    this.figures = figures;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return QuarterRows.WORK;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return rows.open(session, id)
        .chain(
            found ->
                found.map(told -> run(session, told)).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** A figure that nobody names any more is told no more, and can be begun anew later. */
  private Uni<Void> run(Mutiny.Session session, ToldQuarter told) {
    return named(told.figure())
        .map(source -> tell(session, source, told))
        .orElseGet(() -> rows.forget(session, told));
  }

  private Uni<Void> tell(Mutiny.Session session, QuarterFigures source, ToldQuarter told) {
    return source
        .of(session, told)
        .chain(events -> outbox.append(session, events))
        .chain(() -> rows.told(session, told, clock.instant()))
        .chain(() -> rows.expect(session, told.figure(), told.quarter().next()));
  }

  private Optional<QuarterFigures> named(String figure) {
    return figures.stream().filter(source -> source.names().contains(figure)).findFirst();
  }
}
