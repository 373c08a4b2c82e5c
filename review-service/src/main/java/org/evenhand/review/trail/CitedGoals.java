package org.evenhand.review.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.citation.Citation;
import org.evenhand.review.growth.citation.Cited;
import org.evenhand.review.growth.citation.SelfCitations;
import org.evenhand.review.growth.goal.access.GoalAccess;
import org.evenhand.review.growth.goal.access.GoalRelation;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * To which goals the reviewee points. That they do is a part of how the decision came about; to
 * which ones is between them and whoever rates them. Plans are in no trail: no panel learns of one.
 */
@ApplicationScoped
class CitedGoals {

  private final SelfCitations citations;
  private final GoalAccess goals;

  CitedGoals(SelfCitations citations, GoalAccess goals) {
    this.citations = citations;
    this.goals = goals;
  }

  Uni<List<TrailView.CitedGoal>> of(Mutiny.Session session, Viewer viewer, UUID review) {
    return citations
        .of(session, Cited.Kind.GOAL, review)
        .chain(
            cited ->
                goals
                    .relations(session, viewer, cited.stream().map(Citation::id).toList())
                    .map(seen -> cited.stream().map(each -> view(each, seen)).toList()));
  }

  private static TrailView.CitedGoal view(Citation citation, Map<UUID, Set<GoalRelation>> seen) {
    boolean named = GoalRelation.readsCitations(seen.getOrDefault(citation.id(), Set.of()));
    return new TrailView.CitedGoal(named ? citation.id() : null, citation.at());
  }
}
