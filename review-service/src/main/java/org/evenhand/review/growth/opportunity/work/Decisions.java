package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.evenhand.kit.data.place.Places;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.Turnout;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.evenhand.review.growth.opportunity.reach.Reach;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What follows for an opportunity from what became of its applications. It is decided with the last
 * of them, and not by somebody who would have to know them all: then everybody is told, with their
 * reasons, in the same moment.
 */
@ApplicationScoped
class Decisions {

  private final ApplicationRepository applications;
  private final Reach reach;
  private final Places places;

  Decisions(ApplicationRepository applications, Reach reach, Places places) {
    this.applications = applications;
    this.reach = reach;
    this.places = places;
  }

  /** Asked after each change of an application, while the opportunity is held. */
  Uni<CameAbout> follow(Mutiny.Session session, Opportunity opportunity, Instant now) {
    return switch (opportunity.state()) {
      case CLOSED ->
          applications
              .isAnyPending(session, opportunity.id())
              .chain(
                  pending ->
                      pending
                          ? Uni.createFrom().item(CameAbout.NOTHING)
                          : applications
                              .of(session, opportunity.id())
                              .chain(all -> decide(session, opportunity, all, now)));
      case DECIDED ->
          applications.of(session, opportunity.id()).map(all -> end(opportunity, all, now));
      default -> Uni.createFrom().item(CameAbout.NOTHING);
    };
  }

  private Uni<CameAbout> decide(
      Mutiny.Session session,
      Opportunity opportunity,
      List<OpportunityApplication> all,
      Instant now) {
    List<OpportunityApplication> told =
        all.stream().filter(each -> each.state() == ApplicationState.ASSESSED).toList();
    told.forEach(OpportunityApplication::tell);
    boolean offered = told.stream().anyMatch(OpportunityApplication::isSelected);
    return places
        .at(session, opportunity.terms().workLocation())
        .invoke(days -> opportunity.decide(days.today(now), offered))
        .chain(() -> reach.begin(session, opportunity.id()))
        .map(turnout -> decided(opportunity, told, turnout, now));
  }

  private static CameAbout decided(
      Opportunity opportunity, List<OpportunityApplication> told, Turnout turnout, Instant now) {
    CameAbout decided = () -> List.of(new OpportunityFacts(opportunity, now).decided(turnout));
    return decided.and(
        () -> told.stream().map(each -> ApplicationFacts.noted(each, "told")).toList());
  }

  private static CameAbout end(
      Opportunity opportunity, List<OpportunityApplication> all, Instant now) {
    if (all.stream().anyMatch(each -> each.state() == ApplicationState.OFFERED)) {
      return CameAbout.NOTHING;
    }
    boolean filled = all.stream().anyMatch(each -> each.state() == ApplicationState.ACCEPTED);
    opportunity.end(filled);
    return () ->
        List.of(
            new OpportunityFacts(opportunity, now)
                .noted(opportunity.state() == OpportunityState.FILLED ? "filled" : "unfilled"));
  }
}
