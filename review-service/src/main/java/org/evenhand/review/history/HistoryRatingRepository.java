package org.evenhand.review.history;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads ratings of past cycles. */
@ApplicationScoped
class HistoryRatingRepository {

  Uni<List<HistoryRating>> of(
      Mutiny.Session session, Collection<UUID> cycles, Collection<UUID> employees) {
    if (cycles.isEmpty() || employees.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createSelectionQuery(
            "from HistoryRating r where r.cycleId in (:cycles) and r.employeeId in (:employees)",
            HistoryRating.class)
        .setParameter("cycles", cycles)
        .setParameter("employees", employees)
        .getResultList();
  }
}
