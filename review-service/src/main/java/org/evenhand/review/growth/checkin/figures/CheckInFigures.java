package org.evenhand.review.growth.checkin.figures;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.quarter.QuarterFigures;
import org.evenhand.kit.data.quarter.ToldQuarter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells how many check-ins were held of those that were planned, by unit. */
@ApplicationScoped
class CheckInFigures implements QuarterFigures {

  private static final String FIGURE = "check-ins";
  private static final String TOPIC = "evenhand.internal.check-ins";
  private static final String TYPE = "org.evenhand.check-ins.counted.v1";

  @Override
  public List<String> names() {
    return List.of(FIGURE);
  }

  @Override
  public Uni<List<OutboxEvent>> of(Mutiny.Session session, ToldQuarter told) {
    return CountedUnits.of(session, told.quarter())
        .map(
            units ->
                told.inParts(
                    TOPIC,
                    TYPE,
                    units,
                    (part, parts, some) ->
                        new CheckInsCounted(told.quarter().text(), part, parts, some)));
  }
}
