package org.evenhand.analytics.quarterly;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.evenhand.analytics.counts.Dimensions;
import org.evenhand.analytics.quarterly.ToldQuarters.Told;
import org.evenhand.analytics.viewer.HidingOrder;
import org.evenhand.analytics.viewer.HidingOrders;
import org.evenhand.analytics.viewer.View;
import org.evenhand.analytics.viewer.Views;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds a figure of a quarter for a reader. */
@ApplicationScoped
public class QuarterReading {

  private final Mutiny.SessionFactory sessions;
  private final ToldQuarters quarters;
  private final HidingOrders orders;
  private final Views views;

  QuarterReading(
      Mutiny.SessionFactory sessions, ToldQuarters quarters, HidingOrders orders, Views views) {
    this.sessions = sessions;
    this.quarters = quarters;
    this.orders = orders;
    this.views = views;
  }

  /**
   * @param view which units are open to the reader
   * @param told none before it is published
   */
  public record Found<T>(View view, HidingOrder order, Optional<Told<T>> told) {}

  public <T, V> Uni<V> of(
      Caller caller,
      QuarterFigure figure,
      Quarter quarter,
      TypeReference<List<T>> units,
      Function<Found<T>, V> answer) {
    return sessions
        .withTransaction(
            session ->
                views
                    .of(session, caller, Dimensions.ORG_UNIT)
                    .chain(view -> found(session, view, figure, quarter, units)))
        .map(answer);
  }

  private <T> Uni<Found<T>> found(
      Mutiny.Session session,
      View view,
      QuarterFigure figure,
      Quarter quarter,
      TypeReference<List<T>> units) {
    return orders
        .of(session, figure.name(quarter))
        .chain(
            order ->
                quarters
                    .of(session, figure, quarter, units)
                    .map(told -> new Found<>(view, order, told)));
  }
}
