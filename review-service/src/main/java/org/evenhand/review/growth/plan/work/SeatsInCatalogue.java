package org.evenhand.review.growth.plan.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.plan.terms.MeansBody;
import org.evenhand.review.growth.plan.terms.PlanTermsBody;
import org.hibernate.reactive.mutiny.Mutiny;

/** A seat that a plan promises can be one of the catalogue. */
final class SeatsInCatalogue {

  /** What is retired later was promised all the same. */
  private static final String KNOWN =
      "select id from catalogue_entry where id = any(:ids) and state <> 'DRAFT'";

  private SeatsInCatalogue() {}

  /**
   * @throws Problem RULE_VIOLATED naming each entry that isn't there
   */
  static Uni<Void> requireKnown(Mutiny.Session session, PlanTermsBody body, String pointer) {
    Map<String, UUID> named = named(body, pointer);
    return named.isEmpty()
        ? Uni.createFrom().voidItem()
        : Rows.of(session, KNOWN)
            .bind("ids", named.values().toArray(UUID[]::new))
            .list(row -> row.uuid("id"))
            .map(known -> known.stream().collect(Collectors.toSet()))
            .invoke(known -> requireKnown(named, known))
            .replaceWithVoid();
  }

  private static Map<String, UUID> named(PlanTermsBody body, String pointer) {
    Map<String, UUID> named = new TreeMap<>();
    for (int i = 0; i < body.actions().size(); i++) {
      List<MeansBody> means = body.actions().get(i).meansOrNone();
      for (int j = 0; j < means.size(); j++) {
        UUID entry = means.get(j).catalogueEntryId();
        if (entry != null) {
          named.put("%s/actions/%d/means/%d/catalogueEntryId".formatted(pointer, i, j), entry);
        }
      }
    }
    return named;
  }

  private static void requireKnown(Map<String, UUID> named, Set<UUID> known) {
    var unknown =
        named.entrySet().stream()
            .filter(each -> !known.contains(each.getValue()))
            .map(each -> NOT_FOUND.at(each.getKey(), "is no entry of the catalogue"))
            .toList();
    if (!unknown.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A development plan can't be put so.")
          .with(unknown);
    }
  }
}
