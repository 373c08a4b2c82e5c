package org.evenhand.analytics.viewer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code hiding_key}. */
@ApplicationScoped
public class HidingOrders {

  /** The order of a figure, which is named as nothing else is. */
  public Uni<HidingOrder> of(Mutiny.Session session, String figure) {
    return Rows.unflushed(session, "select key from hiding_key")
        .one(row -> new HidingOrder(row.uuid("key"), figure));
  }
}
