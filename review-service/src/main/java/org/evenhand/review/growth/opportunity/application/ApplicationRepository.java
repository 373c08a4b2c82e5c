package org.evenhand.review.growth.opportunity.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads applications. */
@ApplicationScoped
public class ApplicationRepository {

  private static final String OPPORTUNITY =
      "select opportunity_id from opportunity_application where id = :id";

  private static final String ANY =
      """
      select id from opportunity_application
      where opportunity_id = :opportunity and state = :state
      """;

  private static final String READY =
      """
      select o.id from opportunity o
      where o.id = :opportunity
        and not exists (select 1 from opportunity_application p
          where p.opportunity_id = o.id
            and (p.state = 'ELIGIBLE' or p.state = 'ASSESSED' and p.verdict is null))
        and cast(o.terms ->> 'places' as integer) >= (
          select count(*) from opportunity_application p
          where p.opportunity_id = o.id and p.state = 'ASSESSED'
            and p.verdict ->> 'selected' = 'true')
      """;

  private static final String SELECTED =
      """
      select id from opportunity_application
      where opportunity_id = :opportunity and state = 'ASSESSED'
        and verdict ->> 'selected' = 'true'
      """;

  public Uni<OpportunityApplication> get(Mutiny.Session session, UUID id) {
    return session
        .find(OpportunityApplication.class, id)
        .map(found -> Optional.ofNullable(found).orElseThrow(ApplicationRepository::unknown));
  }

  /** In the order of their ids. */
  public Uni<List<OpportunityApplication>> byIds(Mutiny.Session session, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : session
            .createSelectionQuery(
                "from OpportunityApplication a where a.id in (:ids) order by a.id",
                OpportunityApplication.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Those of an opportunity that stand so, in the order of their ids. */
  public Uni<List<OpportunityApplication>> of(
      Mutiny.Session session, UUID opportunity, ApplicationState... states) {
    return first(session, opportunity, Integer.MAX_VALUE, states);
  }

  /** As {@link #of}, no more than these. */
  public Uni<List<OpportunityApplication>> first(
      Mutiny.Session session, UUID opportunity, int most, ApplicationState... states) {
    return session
        .createSelectionQuery(
            "from OpportunityApplication a where a.opportunityId = :opportunity"
                + " and a.state in (:states) order by a.id",
            OpportunityApplication.class)
        .setParameter("opportunity", opportunity)
        .setParameter("states", List.of(states))
        .setMaxResults(most)
        .getResultList();
  }

  public Uni<Boolean> isAny(Mutiny.Session session, UUID opportunity, ApplicationState state) {
    return Rows.of(session, ANY).bind("opportunity", opportunity).bind("state", state.name()).any();
  }

  /** Whether each of an opportunity has its verdict, and no more are selected than can be taken. */
  public Uni<Boolean> isReady(Mutiny.Session session, UUID opportunity) {
    return Rows.of(session, READY).bind("opportunity", opportunity).any();
  }

  /** Those that are to be offered it. */
  public Uni<List<UUID>> selected(Mutiny.Session session, UUID opportunity) {
    return Rows.of(session, SELECTED).bind("opportunity", opportunity).list(row -> row.uuid("id"));
  }

  /** To what it is, without loading it; empty where it isn't there. */
  public Uni<Optional<UUID>> opportunity(Mutiny.Session session, UUID id) {
    return Rows.of(session, OPPORTUNITY)
        .bind("id", id)
        .atMostOne(row -> row.uuid("opportunity_id"));
  }

  public static Problem unknown() {
    return Problem.of(
        CommonProblem.NOT_FOUND, "There is no such application, or you may not know of it.");
  }
}
