package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.partition.Suppression;
import org.evenhand.analytics.viewer.Access;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the last edition of a cycle. A look takes no lock and writes nothing. */
@ApplicationScoped
public class Editions {

  private final EditionStore editions;
  private final GroupStore groups;

  Editions(EditionStore editions, GroupStore groups) {
    this.editions = editions;
    this.groups = groups;
  }

  /** Empty while nothing of the cycle has been published. */
  public Uni<Optional<Edition>> last(Mutiny.Session session, Cycle cycle) {
    return editions.last(session, cycle);
  }

  /** A partition by a protected attribute; what is shown of it is the same for all. */
  public Uni<Look> byProtectedAttribute(
      Mutiny.Session session, Cycle cycle, Phase phase, String dimension) {
    return read(session, cycle, phase, dimension);
  }

  /**
   * A partition by a work attribute.
   *
   * @param least the least group size where it is not exact
   */
  public Uni<Look> byWorkAttribute(
      Mutiny.Session session,
      Cycle cycle,
      Phase phase,
      String dimension,
      Access access,
      int least) {
    return read(session, cycle, phase, dimension)
        .map(
            look ->
                look instanceof Look.Shown shown && !isExact(access, shown.edition())
                    ? suppressed(shown, least)
                    : look);
  }

  /** Whether nothing of an edition's partitions by work attributes is held back from a reader. */
  public static boolean isExact(Access access, Edition edition) {
    return switch (access) {
      case EXACT -> true;
      case EXACT_ONCE_SHARED -> edition.shared();
      case SUPPRESSED -> false;
    };
  }

  /** What an edition keeps. */
  private Uni<Look> read(Mutiny.Session session, Cycle cycle, Phase phase, String dimension) {
    return editions
        .last(session, cycle)
        .chain(
            last ->
                last.map(edition -> read(session, cycle, edition, phase, dimension))
                    .orElseGet(() -> Uni.createFrom().item(new Look.Gathering())));
  }

  private Uni<Look> read(
      Mutiny.Session session, Cycle cycle, Edition edition, Phase phase, String dimension) {
    Edition.Extent extent = edition.phases().get(phase);
    if (extent == null) {
      return Uni.createFrom().item(new Look.Nothing(edition));
    }
    return groups
        .read(session, cycle, edition, phase, dimension)
        .map(
            found ->
                found.isEmpty()
                    ? new Look.Gathering()
                    : new Look.Shown(
                        edition,
                        found.shown(),
                        found.hidden(),
                        extent.people(),
                        extent.onOtherScales()));
  }

  private static Look suppressed(Look.Shown exact, int least) {
    Suppression hidden = exact.partition("", group -> true).suppression(least);
    List<ShownGroup> shown =
        exact.groups().stream().filter(group -> !hidden.hides(group.value())).toList();
    return new Look.Shown(
        exact.edition(),
        shown,
        new TreeSet<>(hidden.hidden()),
        exact.people(),
        exact.onOtherScales());
  }
}
