package org.evenhand.review.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The closure of who is above whom. */
@ApplicationScoped
class ReportingLines {

  Uni<Map<UUID, List<UUID>>> above(Mutiny.Session session, Collection<UUID> employees) {
    if (employees.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return session
        .createNativeQuery(
            """
            select employee, above from reporting_line
            where employee in (:employees) and relationship = 'LINE'
            order by employee, depth, above
            """,
            Tuple.class)
        .setParameter("employees", employees)
        .getResultList()
        .map(ReportingLines::grouped);
  }

  private static Map<UUID, List<UUID>> grouped(List<Tuple> rows) {
    Map<UUID, List<UUID>> above = new LinkedHashMap<>();
    for (Tuple row : rows) {
      above
          .computeIfAbsent(row.get(0, UUID.class), employee -> new ArrayList<>())
          .add(row.get(1, UUID.class));
    }
    return above;
  }
}
