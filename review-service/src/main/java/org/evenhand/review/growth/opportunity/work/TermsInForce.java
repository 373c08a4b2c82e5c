package org.evenhand.review.growth.opportunity.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.people.OrgUnits;
import org.evenhand.review.growth.opportunity.terms.OpportunityTerms;
import org.evenhand.review.growth.opportunity.terms.OpportunityTermsBody;
import org.evenhand.review.growth.opportunity.terms.SoughtCriterion;
import org.evenhand.review.policy.Criterion;
import org.evenhand.review.policy.PolicyVersions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads terms against what the policies in force and the directory know. */
@ApplicationScoped
class TermsInForce {

  private static final String POINTER = "/terms";

  private final PolicyVersions policies;
  private final OrgUnits units;

  TermsInForce(PolicyVersions policies, OrgUnits units) {
    this.policies = policies;
    this.units = units;
  }

  /**
   * @throws Problem RULE_VIOLATED, CRITERION_UNKNOWN
   */
  Uni<OpportunityTerms> read(Mutiny.Session session, OpportunityTermsBody body) {
    OpportunityTerms terms = body.terms(POINTER);
    return units
        .requireKnown(session, units(body))
        .chain(() -> policies.inForce(session))
        .invoke(
            inForce ->
                requireKnown(
                    terms,
                    inForce.stream()
                        .flatMap(version -> version.content().criteria().stream())
                        .map(Criterion::key)
                        .collect(Collectors.toSet())))
        .replaceWith(terms);
  }

  private static List<OrgUnits.Named> units(OpportunityTermsBody body) {
    List<String> named = body.eligible().orgUnits();
    List<OrgUnits.Named> asked = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      asked.add(new OrgUnits.Named(POINTER + "/eligibility/orgUnits/" + i, named.get(i)));
    }
    return asked;
  }

  private static void requireKnown(OpportunityTerms terms, Set<String> known) {
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < terms.criteria().size(); i++) {
      SoughtCriterion sought = terms.criteria().get(i);
      if (sought.criterion() != null && !known.contains(sought.criterion())) {
        found.add(
            NOT_FOUND.at(
                "%s/criteria/%d/criterion".formatted(POINTER, i),
                "is no criterion of a policy in force"));
      }
    }
    if (!found.isEmpty()) {
      throw Problem.of(ReviewProblem.CRITERION_UNKNOWN, "No policy in force has such a criterion.")
          .with(found);
    }
  }
}
