package org.evenhand.review.growth.opportunity.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.people.OrgUnits;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.OpportunityStep;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess;
import org.evenhand.review.growth.opportunity.access.OpportunityContexts;
import org.evenhand.review.growth.opportunity.reading.OpportunityViews;
import org.evenhand.review.growth.opportunity.terms.OpportunityTermsBody;
import org.evenhand.review.growth.opportunity.work.OpportunityRequests.OpportunityRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** How an opportunity is written, before anybody else reads it. */
@ApplicationScoped
class Drafting {

  /**
   * Who begins one.
   *
   * @param keeps whether they may, in its unit
   */
  private record Begun(Mutiny.Session session, Viewer viewer, boolean keeps)
      implements Steps.Context {

    @Override
    public UUID actor() {
      return viewer.employeeId();
    }
  }

  private final Steps steps;
  private final OpportunitySteps onOne;
  private final OpportunityAccess doors;
  private final OpportunityContexts contexts;
  private final OpportunityViews views;
  private final TermsInForce terms;
  private final OrgUnits units;
  private final Access access;
  private final Clock clock;

  Drafting(
      Steps steps,
      OpportunitySteps onOne,
      OpportunityAccess doors,
      OpportunityContexts contexts,
      OpportunityViews views,
      TermsInForce terms,
      OrgUnits units,
      Access access,
      Clock clock) {
    this.steps = steps;
    this.onOne = onOne;
    this.doors = doors;
    this.contexts = contexts;
    this.views = views;
    this.terms = terms;
    this.units = units;
    this.access = access;
    this.clock = clock;
  }

  Uni<Answer> draft(OpportunityRequest request) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> begun(session, viewer, request)))
        .permit(Drafting::requireKeeping)
        .add()
        .take(begun -> draft(begun, request))
        .tell(
            (begun, drafted) ->
                List.of(
                    new OpportunityFacts(drafted, clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .noted("drafted")))
        .answer(
            (begun, drafted) ->
                contexts
                    .of(begun.session(), drafted.id(), begun.viewer())
                    .chain(views::of)
                    .map(
                        view ->
                            Answer.created(
                                URI.create("/v1/opportunities/" + drafted.id()),
                                drafted.version(),
                                view)));
  }

  private Uni<Begun> begun(Mutiny.Session session, Viewer viewer, OpportunityRequest request) {
    return doors
        .keepsIn(session, viewer, request.orgUnit())
        .map(keeps -> new Begun(session, viewer, keeps));
  }

  private static void requireKeeping(Begun begun) {
    if (!begun.keeps()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "Opportunities of a unit are written by those who lead people there, and by its HR.");
    }
  }

  private Uni<Opportunity> draft(Begun begun, OpportunityRequest request) {
    Mutiny.Session session = begun.session();
    return units
        .requireKnown(session, List.of(new OrgUnits.Named("/orgUnit", request.orgUnit())))
        .chain(() -> terms.read(session, request.terms()))
        .map(
            read ->
                new Opportunity(
                    Ids.next(),
                    request.kind(),
                    request.orgUnit(),
                    begun.actor(),
                    read,
                    request.terms().eligible()))
        .call(session::persist);
  }

  Uni<Answer> change(UUID id, @Nullable String ifMatch, OpportunityTermsBody body) {
    return onOne.take(
        id,
        ifMatch,
        OpportunityStep.CHANGE,
        context ->
            terms
                .read(context.session(), body)
                .invoke(read -> context.opportunity().put(read, body.eligible()))
                .map(put -> () -> List.of(context.facts().noted(OpportunityStep.CHANGE.word()))));
  }
}
