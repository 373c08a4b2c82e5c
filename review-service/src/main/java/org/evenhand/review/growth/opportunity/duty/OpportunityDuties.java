package org.evenhand.review.growth.opportunity.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.duty.DutyRule;
import org.evenhand.kit.data.duty.Holder;
import org.evenhand.kit.data.duty.Owed;
import org.evenhand.kit.data.duty.Side;
import org.evenhand.kit.data.duty.Worker;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.Access;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.OpportunityFacts;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.access.OpportunityAccess;
import org.evenhand.review.growth.opportunity.access.OpportunityRelation;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.evenhand.review.growth.opportunity.duty.Assessing.Assessor;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What is owed for opportunities. Each duty is about an opportunity as a whole: one about an
 * application would tell of it, to delegates and to whoever looks after what is late.
 */
@Singleton
class OpportunityDuties implements DutyRule {

  private final OpportunityRepository opportunities;
  private final OpportunityAccess doors;
  private final Assessing assessing;
  private final Access access;

  OpportunityDuties(
      OpportunityRepository opportunities,
      OpportunityAccess doors,
      Assessing assessing,
      Access access) {
    this.opportunities = opportunities;
    this.doors = doors;
    this.assessing = assessing;
    this.access = access;
  }

  @Override
  public String aggregateType() {
    return OpportunityFacts.AGGREGATE;
  }

  @Override
  public List<OpportunityDuty> kinds() {
    return List.of(OpportunityDuty.values());
  }

  @Override
  public AggregateRows rows() {
    return new AggregateRows("opportunity", null);
  }

  @Override
  public Uni<List<Owed>> owed(Mutiny.Session session, Collection<UUID> ids) {
    return opportunities
        .byIds(session, ids)
        .chain(
            found ->
                assessing
                    .of(session, ids)
                    .map(
                        assessors ->
                            found.stream()
                                .flatMap(
                                    each ->
                                        owed(each, assessors.getOrDefault(each.id(), List.of())))
                                .toList()));
  }

  private static Stream<Owed> owed(Opportunity opportunity, List<Assessor> assessors) {
    return switch (opportunity.state()) {
      case POSTED -> Stream.of(naming(opportunity, assessors));
      case CLOSED ->
          Stream.concat(
              Stream.of(naming(opportunity, assessors), decision(opportunity)),
              assessors.stream().flatMap(each -> assessment(opportunity, each)));
      case DECIDED, FILLED, UNFILLED ->
          Stream.concat(
              Stream.of(decision(opportunity)),
              assessors.stream()
                  .filter(each -> each.left() == 0)
                  .flatMap(each -> assessment(opportunity, each)));
      default -> Stream.empty();
    };
  }

  private static Owed naming(Opportunity opportunity, List<Assessor> assessors) {
    return ofHr(
        opportunity,
        OpportunityDuty.OPPORTUNITY_ASSESSOR,
        assessors.size() >= OpportunityApplication.ASSESSMENTS);
  }

  private static Owed decision(Opportunity opportunity) {
    return ofHr(
        opportunity,
        OpportunityDuty.OPPORTUNITY_DECISION,
        opportunity.state() != OpportunityState.CLOSED);
  }

  private static Owed ofHr(Opportunity opportunity, OpportunityDuty kind, boolean met) {
    return new Owed(
        kind,
        Side.HR,
        opportunity.id(),
        "",
        Holder.role(Roles.HR, opportunity.orgUnit()),
        null,
        opportunity.terms().workLocation(),
        null,
        met);
  }

  /** Whoever may know of no application owes nothing, and isn't told that there is one. */
  private static Stream<Owed> assessment(Opportunity opportunity, Assessor assessor) {
    return assessor.left() + assessor.done() == 0
        ? Stream.empty()
        : Stream.of(
            new Owed(
                OpportunityDuty.OPPORTUNITY_ASSESSMENT,
                Side.COMPANY,
                opportunity.id(),
                assessor.person().toString(),
                Holder.of(assessor.person()),
                null,
                assessor.workLocation(),
                null,
                assessor.left() == 0));
  }

  /** It concerns nobody's line. */
  @Override
  public Uni<Map<UUID, Optional<UUID>>> leaders(Mutiny.Session session, Set<UUID> subjects) {
    return Uni.createFrom()
        .item(
            subjects.stream()
                .collect(Collectors.toMap(subject -> subject, subject -> Optional.<UUID>empty())));
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
                            subject -> operations(relations.getOrDefault(subject, Set.of())))));
  }

  private static Set<String> operations(Set<OpportunityRelation> relations) {
    return OpportunityRelation.isHr(relations)
        ? Set.of("getOpportunity", "nameAssessor", "decideOpportunityApplication")
        : Set.of();
  }
}
