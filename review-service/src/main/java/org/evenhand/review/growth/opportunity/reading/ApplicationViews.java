package org.evenhand.review.growth.opportunity.reading;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.access.ApplicationContext;
import org.evenhand.review.growth.opportunity.access.ApplicationRelation;
import org.evenhand.review.growth.opportunity.application.Assessment;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows applications to those who may see them. */
@ApplicationScoped
public class ApplicationViews {

  private final OpportunityRepository opportunities;
  private final Directory directory;

  ApplicationViews(OpportunityRepository opportunities, Directory directory) {
    this.opportunities = opportunities;
    this.directory = directory;
  }

  public Uni<OpportunityApplicationView> of(ApplicationContext context) {
    return of(
            context.session(),
            List.of(
                new ApplicationTexts(
                    context.application(),
                    context.opportunity(),
                    context.relations(),
                    context.actor())))
        .map(views -> views.get(0));
  }

  /** In the order of the applications. */
  Uni<List<OpportunityApplicationView>> of(
      Mutiny.Session session,
      Viewer viewer,
      List<OpportunityApplication> applications,
      Map<UUID, Set<ApplicationRelation>> relations) {
    return opportunities
        .byIds(
            session,
            applications.stream()
                .map(OpportunityApplication::opportunityId)
                .collect(Collectors.toSet()))
        .map(
            found -> found.stream().collect(Collectors.toMap(Opportunity::id, Function.identity())))
        .map(
            known ->
                applications.stream()
                    .map(
                        each ->
                            new ApplicationTexts(
                                each,
                                Objects.requireNonNull(known.get(each.opportunityId())),
                                relations.getOrDefault(each.id(), Set.of()),
                                viewer.employeeId()))
                    .toList())
        .chain(texts -> of(session, texts));
  }

  private Uni<List<OpportunityApplicationView>> of(
      Mutiny.Session session, List<ApplicationTexts> texts) {
    return directory
        .names(
            session,
            texts.stream()
                .map(ApplicationTexts::application)
                .flatMap(ApplicationViews::people)
                .collect(Collectors.toSet()))
        .map(names -> texts.stream().map(each -> each.view(names)).toList());
  }

  private static Stream<UUID> people(OpportunityApplication application) {
    return Stream.concat(
        Stream.of(application.employeeId()),
        application.assessments().stream().map(Assessment::by));
  }
}
