package org.evenhand.review.growth.opportunity.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.goal.Posts;
import org.evenhand.review.growth.opportunity.access.ApplicationAccess;
import org.evenhand.review.growth.opportunity.application.AnswerTime;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What applicants owe: an answer to an offer, and nothing before that, nor while they are on leave.
 * Where the leave has moved its last day, it is due by then.
 */
@Singleton
class OfferDuties implements DutyRule {

  private final ApplicationRepository applications;
  private final ApplicationAccess doors;
  private final Posts posts;
  private final Access access;

  OfferDuties(
      ApplicationRepository applications, ApplicationAccess doors, Posts posts, Access access) {
    this.applications = applications;
    this.doors = doors;
    this.posts = posts;
    this.access = access;
  }

  @Override
  public String aggregateType() {
    return ApplicationFacts.AGGREGATE;
  }

  @Override
  public List<OfferDuty> kinds() {
    return List.of(OfferDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("opportunity_application", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return applications
        .byIds(session, ids)
        .map(found -> found.stream().filter(OfferDuties::isOffered).toList())
        .chain(
            offered ->
                posts
                    .byIds(
                        session,
                        offered.stream().map(OpportunityApplication::assignmentId).toList())
                    .map(
                        at ->
                            offered.stream()
                                .map(each -> owed(each, at.get(each.assignmentId())))
                                .toList()));
  }

  private static boolean isOffered(OpportunityApplication application) {
    if (application.state() == ApplicationState.OFFERED && application.standsStill()) {
      return false;
    }
    return Stream.of(ApplicationState.OFFERED, ApplicationState.ACCEPTED, ApplicationState.DECLINED)
        .anyMatch(application.state()::equals);
  }

  private static Owed owed(OpportunityApplication application, @Nullable Post at) {
    return new Owed(
        OfferDuty.OFFER_ANSWER,
        Side.EMPLOYEE,
        application.id(),
        "",
        Holder.of(application.employeeId()),
        application.employeeId(),
        at == null ? null : at.workLocation(),
        application.answerTime().filter(AnswerTime::hasMoved).map(AnswerTime::until).orElse(null),
        application.state() != ApplicationState.OFFERED);
  }

  @Override
  public Uni<Map<UUID, Set<String>>> open(
      Mutiny.Session session, Worker worker, Set<UUID> subjects) {
    return access
        .viewer(session)
        .chain(viewer -> doors.relations(session, viewer, subjects))
        .map(
            relations ->
                subjects.stream()
                    .collect(
                        Collectors.toMap(
                            subject -> subject,
                            subject ->
                                relations.containsKey(subject)
                                    ? Set.of("getOpportunityApplication")
                                    : Set.of())));
  }
}
