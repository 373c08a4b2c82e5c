package org.evenhand.kit.data.quarter;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Figures of which each is told once of every quarter, a month after it. What becomes of anything
 * later changes nothing that was told.
 */
public interface QuarterFigures {

  /** Each is told for itself, and remembered under its name. */
  Collection<String> names();

  /** What is told of one of them, as it stands now. */
  Uni<List<OutboxEvent>> of(Mutiny.Session session, ToldQuarter told);
}
