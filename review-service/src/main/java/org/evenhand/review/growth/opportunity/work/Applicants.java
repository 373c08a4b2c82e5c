package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.review.growth.opportunity.application.ApplicationState.OFFERED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.moved.Presence;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.application.AnswerTime;
import org.evenhand.review.growth.opportunity.application.ApplicationFacts;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows those who have applied, while their opportunity is held: whoever leaves has withdrawn,
 * and the time to answer an offer stands still while somebody is on leave.
 */
@ApplicationScoped
class Applicants {

  private static final String LEFT =
      """
      select p.id from opportunity_application p
      where p.opportunity_id = :opportunity and p.state in ('ELIGIBLE', 'ASSESSED', 'OFFERED')
        and %s
      order by p.id
      """
          .formatted(Exits.since("p.employee_id", "p.status_seen"));

  private static final String TURNED =
      """
      select p.id, %s
      from opportunity_application p join employee e on e.id = p.employee_id
      cross join lateral (select %s offset 0) present
      where p.opportunity_id = :opportunity and p.state = 'OFFERED'
        and (present.changes is not null or present.away <> (p.away_since is not null))
      """
          .formatted(Presence.SELECTED, Presence.columns("p"));

  private static final String ON_LEAVE =
      """
      select e.id from opportunity_application p join employee e on e.id = p.employee_id
      where p.opportunity_id = :opportunity and p.state = 'ASSESSED' and e.status = 'ON_LEAVE'
      """;

  private final ApplicationRepository applications;
  private final Places places;
  private final DueWork dueWork;
  private final Idempotency idempotency;

  Applicants(
      ApplicationRepository applications, Places places, DueWork dueWork, Idempotency idempotency) {
    this.applications = applications;
    this.places = places;
    this.dueWork = dueWork;
    this.idempotency = idempotency;
  }

  /** Those who wait for a decision and are on leave. */
  Uni<Set<UUID>> onLeave(Mutiny.Session session, UUID opportunity) {
    return Rows.of(session, ON_LEAVE)
        .bind("opportunity", opportunity)
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  Uni<CameAbout> follow(Mutiny.Session session, Opportunity opportunity, Instant now) {
    return left(session, opportunity.id())
        .chain(left -> turned(session, opportunity, now).map(withdrawn(left)::and));
  }

  private static CameAbout withdrawn(List<OpportunityApplication> left) {
    return () -> left.stream().map(each -> ApplicationFacts.noted(each, "withdrawn")).toList();
  }

  private Uni<List<OpportunityApplication>> left(Mutiny.Session session, UUID opportunity) {
    return Rows.of(session, LEFT)
        .bind("opportunity", opportunity)
        .list(row -> row.uuid("id"))
        .call(
            ids ->
                ids.isEmpty() ? Uni.createFrom().voidItem() : idempotency.takeWords(session, ids))
        .chain(ids -> applications.byIds(session, ids))
        .invoke(left -> left.forEach(OpportunityApplication::withdraw));
  }

  private Uni<CameAbout> turned(Mutiny.Session session, Opportunity opportunity, Instant now) {
    return Rows.of(session, TURNED)
        .bind("opportunity", opportunity.id())
        .list(row -> Map.entry(row.uuid("id"), Presence.of(row)))
        .chain(
            turned ->
                turned.isEmpty()
                    ? Uni.createFrom().item(CameAbout.NOTHING)
                    : places
                        .at(session, opportunity.terms().workLocation())
                        .chain(days -> turned(session, opportunity, turned, days, days.today(now)))
                        .call(() -> await(session, opportunity.id())));
  }

  private Uni<CameAbout> turned(
      Mutiny.Session session,
      Opportunity opportunity,
      List<Map.Entry<UUID, Presence>> turned,
      WorkingDays days,
      LocalDate today) {
    Map<UUID, Presence> of =
        turned.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    LocalDate offeredOn = opportunity.decidedOn().orElseThrow();
    return applications
        .byIds(session, of.keySet())
        .map(
            found ->
                found.stream()
                    .map(
                        each ->
                            turn(
                                each,
                                Objects.requireNonNull(of.get(each.id())),
                                offeredOn,
                                today,
                                days))
                    .reduce(CameAbout.NOTHING, CameAbout::and));
  }

  private static CameAbout turn(
      OpportunityApplication offered,
      Presence presence,
      LocalDate offeredOn,
      LocalDate today,
      WorkingDays days) {
    offered.statusSeen(presence.last());
    List<String> words =
        presence.follow(
            offered::standsStill,
            today,
            (away, on) -> {
              if (away) {
                offered.leaveBegan(on, offeredOn);
                return "answer-waits";
              }
              offered.leaveEnded(on, today, days);
              return "answer-goes-on";
            });
    return () -> words.stream().map(word -> ApplicationFacts.noted(offered, word)).toList();
  }

  /** Lets the offers of an opportunity be looked at when the time of the first of them is over. */
  Uni<Void> await(Mutiny.Session session, UUID opportunity) {
    return applications
        .of(session, opportunity, OFFERED)
        .chain(
            offered ->
                offered.stream()
                    .flatMap(each -> each.answerTime().stream())
                    .filter(time -> !time.standsStill())
                    .map(AnswerTime::until)
                    .min(LocalDate::compareTo)
                    .map(
                        first ->
                            dueWork.schedule(
                                session, Answers.KIND, opportunity, Closing.endOf(first)))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
