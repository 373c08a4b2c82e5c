package org.evenhand.review.judgement;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** A year of opportunities whose audits are published: no more of it is counted. */
record PublishedYear(Integer year, Instant publishedAt) {

  private static final String KEEP =
      """
      insert into published_access_year (year, published_at) values (:year, :at)
      on conflict (year) do nothing
      """;

  /**
   * @throws RefusedEvent when a field is missing
   */
  @SuppressWarnings("ConstantValue")
  PublishedYear complete() {
    if (year == null || publishedAt == null) {
      throw new RefusedEvent("A published year names itself and when it was published");
    }
    return this;
  }

  Uni<Void> keep(Mutiny.Session session) {
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("year", year)
        .setParameter("at", publishedAt.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }
}
