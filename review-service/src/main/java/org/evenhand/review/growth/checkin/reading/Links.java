package org.evenhand.review.growth.checkin.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checkin.AgendaItem;
import org.evenhand.review.growth.goal.access.GoalAccess;
import org.evenhand.review.growth.observation.ObservationAccess;
import org.evenhand.review.growth.plan.access.PlanAccess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Of the goals, plans and observations that an agenda names, those that somebody may know of. */
@ApplicationScoped
public class Links {

  /** What somebody may know of, each by its own door. */
  public record Known(Set<UUID> goals, Set<UUID> plans, Set<UUID> observations) {}

  private final GoalAccess goals;
  private final PlanAccess plans;
  private final ObservationAccess observations;

  Links(GoalAccess goals, PlanAccess plans, ObservationAccess observations) {
    this.goals = goals;
    this.plans = plans;
    this.observations = observations;
  }

  public Uni<Known> visible(Mutiny.Session session, Viewer viewer, Collection<AgendaItem> agenda) {
    return goals
        .relations(session, viewer, named(agenda, AgendaItem::goalId))
        .chain(
            ofGoals ->
                plans
                    .relations(session, viewer, named(agenda, AgendaItem::planId))
                    .chain(
                        ofPlans ->
                            observations
                                .relations(
                                    session, viewer, named(agenda, AgendaItem::observationId))
                                .map(
                                    ofObservations ->
                                        new Known(
                                            ofGoals.keySet(),
                                            ofPlans.keySet(),
                                            ofObservations.keySet()))));
  }

  private static List<UUID> named(
      Collection<AgendaItem> agenda, Function<AgendaItem, @Nullable UUID> link) {
    return agenda.stream().flatMap(item -> Stream.ofNullable(link.apply(item))).distinct().toList();
  }
}
