package org.evenhand.review.growth.opportunity.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.Names;
import org.evenhand.review.growth.opportunity.Assessors;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.access.OpportunityContext;
import org.evenhand.review.growth.opportunity.access.OpportunityRelation;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows opportunities to those who may see them. */
@ApplicationScoped
public class OpportunityViews {

  private static final String OWN =
      """
      select opportunity_id, id from opportunity_application
      where employee_id = :viewer and opportunity_id = any(:ids) and state <> 'WITHDRAWN'
      """;

  private final Assessors assessors;
  private final Directory directory;

  OpportunityViews(Assessors assessors, Directory directory) {
    this.assessors = assessors;
    this.directory = directory;
  }

  public Uni<OpportunityView> of(OpportunityContext context) {
    Opportunity opportunity = context.opportunity();
    return of(
            context.session(),
            context.viewer(),
            List.of(opportunity),
            Map.of(opportunity.id(), context.relations()))
        .map(views -> views.get(0));
  }

  /** In the order of the opportunities. */
  Uni<List<OpportunityView>> of(
      Mutiny.Session session,
      Viewer viewer,
      List<Opportunity> opportunities,
      Map<UUID, Set<OpportunityRelation>> relations) {
    List<UUID> ofHr =
        relations.entrySet().stream()
            .filter(each -> OpportunityRelation.isHr(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return own(session, viewer, relations.keySet())
        .chain(
            own ->
                assessors
                    .of(session, ofHr)
                    .chain(
                        named ->
                            names(session, named)
                                .map(
                                    names ->
                                        opportunities.stream()
                                            .map(
                                                each ->
                                                    OpportunityView.of(
                                                        each,
                                                        seen(
                                                            viewer, each, relations, own, named,
                                                            names)))
                                            .toList())));
  }

  private static Uni<Map<UUID, UUID>> own(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids) {
    return Rows.of(session, OWN)
        .bind("viewer", viewer.employeeId())
        .bind("ids", ids.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("opportunity_id"), row.uuid("id")))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Uni<Names> names(Mutiny.Session session, Map<UUID, List<UUID>> named) {
    return directory.names(
        session, named.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
  }

  private static OpportunitySeen seen(
      Viewer viewer,
      Opportunity opportunity,
      Map<UUID, Set<OpportunityRelation>> relations,
      Map<UUID, UUID> own,
      Map<UUID, List<UUID>> named,
      Names names) {
    Set<OpportunityRelation> to = relations.getOrDefault(opportunity.id(), Set.of());
    return new OpportunitySeen(
        viewer.employeeId(),
        to,
        OpportunityRelation.isHr(to)
            ? named.getOrDefault(opportunity.id(), List.of()).stream().map(names::of).toList()
            : null,
        own.get(opportunity.id()));
  }
}
