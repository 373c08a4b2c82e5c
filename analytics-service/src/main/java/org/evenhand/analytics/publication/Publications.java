package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Tallies;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What may be seen of the counts. Nobody sees the counts as they are: a look shows what was last
 * published, and publishes what is due. That a look publishes, and no timer, makes for the fewest
 * different pictures of the same thing.
 */
@ApplicationScoped
public class Publications {

  private final Tallies tallies;
  private final PublishedGroups published;
  private final Publishing publishing;
  private final Rules rules;

  Publications(
      Tallies tallies, PublishedGroups published, Publishing publishing, AnalyticsConfig config) {
    this.tallies = tallies;
    this.published = published;
    this.publishing = publishing;
    this.rules = Rules.of(config);
  }

  /** Looks at a dimension; within a transaction, as it may publish. */
  public Uni<Look> look(Mutiny.Session session, Cycle cycle, Phase phase, String dimension) {
    Part part = new Part(phase, dimension);
    return read(session, cycle, part)
        .chain(
            picture ->
                publishing.isDue(picture)
                    ? publishing
                        .publish(session, cycle, part)
                        .chain(() -> lookAt(session, cycle, part))
                    : Uni.createFrom().item(picture.look(false)));
  }

  /**
   * Publishes as what stands after calibration what would stand if the results were shared now:
   * what is judged of a cycle is what is shown of it from then on. The steps hold here too, or what
   * was judged could be subtracted from what was shown before. The caller keeps everybody from
   * counting meanwhile.
   */
  public Uni<Void> publishStanding(Mutiny.Session session, Cycle cycle) {
    return publishing.publishStanding(session, cycle);
  }

  /** Looks at what is published after calibration, and publishes nothing. */
  public Uni<Look> lookAtPublished(Mutiny.Session session, Cycle cycle, String dimension) {
    return lookAt(session, cycle, new Part(Phase.AFTER, dimension));
  }

  private Uni<Look> lookAt(Mutiny.Session session, Cycle cycle, Part part) {
    return read(session, cycle, part).map(picture -> picture.look(publishing.isDue(picture)));
  }

  private Uni<Picture> read(Mutiny.Session session, Cycle cycle, Part part) {
    return tallies
        .read(session, cycle, part.phase(), part.dimension())
        .chain(
            now ->
                published
                    .read(session, cycle, part)
                    .map(before -> new Picture(rules, now, before)));
  }
}
