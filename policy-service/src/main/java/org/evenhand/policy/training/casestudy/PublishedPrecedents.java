package org.evenhand.policy.training.casestudy;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The precedents that calibration has published, as far as case studies need them. */
public interface PublishedPrecedents {

  /** Fewer teach nobody anything. */
  int ENOUGH = 3;

  /**
   * What people agreed on.
   *
   * @param criterion null where it is about a whole review
   * @param levels of the scale
   * @param ordinal the level that they gave
   */
  record Precedent(UUID id, @Nullable String criterion, String text, int levels, int ordinal) {}

  /** Those of these that are still published: one that is withdrawn is shown to nobody. */
  Uni<Map<UUID, Precedent>> of(Mutiny.Session session, Collection<UUID> ids);
}
