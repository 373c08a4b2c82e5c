package org.evenhand.review.growth.checkin.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checkin.AgendaItem;
import org.evenhand.review.growth.goal.access.GoalAccess;
import org.evenhand.review.growth.observation.ObservationAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Of the goals and observations that an agenda names, those that somebody may know of. */
@ApplicationScoped
public class Links {

  private final GoalAccess goals;
  private final ObservationAccess observations;

  Links(GoalAccess goals, ObservationAccess observations) {
    this.goals = goals;
    this.observations = observations;
  }

  public Uni<Set<UUID>> visible(
      Mutiny.Session session, Viewer viewer, Collection<AgendaItem> agenda) {
    List<UUID> named = named(agenda, AgendaItem::goalId);
    List<UUID> seen = named(agenda, AgendaItem::observationId);
    return named.isEmpty() && seen.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : goals
            .relations(session, viewer, named)
            .chain(
                open ->
                    observations
                        .relations(session, viewer, seen)
                        .map(
                            told -> {
                              Set<UUID> visible = new HashSet<>(open.keySet());
                              visible.addAll(told.keySet());
                              return visible;
                            }));
  }

  private static List<UUID> named(
      Collection<AgendaItem> agenda, Function<AgendaItem, @Nullable UUID> link) {
    return agenda.stream().flatMap(item -> Stream.ofNullable(link.apply(item))).distinct().toList();
  }
}
