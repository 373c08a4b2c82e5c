package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.review.growth.opportunity.application.ApplicationState.OFFERED;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.moved.Exits;
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

  private static final String CHANGED =
      """
      select p.id, max(s.id) as seen, cast(jsonb_agg(jsonb_build_object(
        'status', s.status, 'on', s.changed_on) order by s.id) as text) as changes
      from opportunity_application p
      join status_change s on s.employee_id = p.employee_id and s.id > p.status_seen
      where p.opportunity_id = :opportunity and p.state = 'OFFERED'
      group by p.id order by p.id
      """;

  private static final String ON_LEAVE =
      """
      select e.id from opportunity_application p join employee e on e.id = p.employee_id
      where p.opportunity_id = :opportunity and p.state = 'ASSESSED' and e.status = 'ON_LEAVE'
      """;

  private static final TypeReference<List<AnswerTime.Change>> CHANGES = new TypeReference<>() {};

  private record Changed(UUID id, long seen, List<AnswerTime.Change> changes) {

    private static Changed of(Row row) {
      return new Changed(row.uuid("id"), row.bigint("seen"), row.json("changes", CHANGES));
    }
  }

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
        .chain(
            left ->
                moved(session, opportunity, now)
                    .map(moved -> noted(left, "withdrawn").and(noted(moved, "answer-moved"))));
  }

  private static CameAbout noted(List<OpportunityApplication> all, String what) {
    return () -> all.stream().map(each -> ApplicationFacts.noted(each, what)).toList();
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

  private Uni<List<OpportunityApplication>> moved(
      Mutiny.Session session, Opportunity opportunity, Instant now) {
    return Rows.of(session, CHANGED)
        .bind("opportunity", opportunity.id())
        .list(Changed::of)
        .chain(
            changed ->
                changed.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : places
                        .at(session, opportunity.terms().workLocation())
                        .chain(days -> moved(session, opportunity, changed, days, now))
                        .call(() -> await(session, opportunity.id())));
  }

  private Uni<List<OpportunityApplication>> moved(
      Mutiny.Session session,
      Opportunity opportunity,
      List<Changed> changed,
      WorkingDays days,
      Instant now) {
    LocalDate offeredOn = opportunity.decidedOn().orElseThrow();
    return applications
        .byIds(session, changed.stream().map(Changed::id).toList())
        .map(
            found -> {
              List<OpportunityApplication> moved = new ArrayList<>();
              for (int i = 0; i < found.size(); i++) {
                Changed since = changed.get(i);
                if (found
                    .get(i)
                    .follow(since.changes(), since.seen(), offeredOn, days.today(now), days)) {
                  moved.add(found.get(i));
                }
              }
              return moved;
            });
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
