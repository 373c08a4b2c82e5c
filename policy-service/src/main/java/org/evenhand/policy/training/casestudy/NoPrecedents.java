package org.evenhand.policy.training.casestudy;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Until calibration publishes precedents there are none. */
@DefaultBean
@ApplicationScoped
class NoPrecedents implements PublishedPrecedents {

  @Override
  public Uni<Map<UUID, Precedent>> of(Mutiny.Session session, Collection<UUID> ids) {
    return Uni.createFrom().item(Map.of());
  }
}
