package org.evenhand.analytics.yearly;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.evenhand.analytics.demographics.Dimension;
import org.hibernate.reactive.mutiny.Mutiny;

/** By what else the groups of a year's figures are kept, beside what is shown of them. */
@FunctionalInterface
public interface Strata {

  /** Of figures that aren't compared within jobs. */
  Strata NONE = (session, year, dimension) -> Uni.createFrom().item(List.of());

  /** Of the figures of a year of which the places have just been taken. */
  Uni<List<Stratum>> of(Mutiny.Session session, FigureYear year, Dimension dimension);
}
