package org.evenhand.review.growth.plan.work;

import static org.evenhand.kit.web.problem.ViolationCode.DUPLICATE;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.growth.plan.terms.MeansBody;
import org.evenhand.review.growth.plan.terms.PlanTermsBody;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A seat that a plan promises can be one of the catalogue. A person has one there, so that one
 * promise alone can be kept by it.
 */
final class SeatsInCatalogue {

  /** What is retired later was promised all the same. */
  private static final String KNOWN =
      "select id from catalogue_entry where id = any(:ids) and state <> 'DRAFT'";

  private SeatsInCatalogue() {}

  /**
   * @throws Problem RULE_VIOLATED naming each entry that isn't there, or is promised twice
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
    Map<String, UUID> named = new LinkedHashMap<>();
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
    Set<UUID> before = new HashSet<>();
    List<Violation> found = new ArrayList<>();
    named.forEach(
        (at, entry) -> {
          if (!known.contains(entry)) {
            found.add(NOT_FOUND.at(at, "is no entry of the catalogue"));
          } else if (!before.add(entry)) {
            found.add(DUPLICATE.at(at, "is promised already: a person has one seat there"));
          }
        });
    if (!found.isEmpty()) {
      throw Problem.of(CommonProblem.RULE_VIOLATED, "A development plan can't be put so.")
          .with(found);
    }
  }
}
