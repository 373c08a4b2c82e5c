package org.evenhand.review.review.succession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.Test;

/**
 * Moves people about, sends them on leave and away, at random and the same each time, while those
 * who have a review write. However it goes, somebody who can act has each review, or somebody who
 * is there has to name one; and what was written is there.
 */
@QuarkusTest
class AnyOrgTest {

  private static final int CHANGES = 14;

  private final Random random = new Random(16);
  private final Set<String> written = new LinkedHashSet<>();

  @Test
  void everyUnfinishedReviewHasSomebodyWhoCanAct() {
    Company company = Company.of(8);
    LiveCycle cycle = LiveCycle.open(company);
    List<LiveReview> reviews = List.copyOf(cycle.reviews().values());
    List<Person> people = new ArrayList<>(company.staff);
    people.addAll(List.of(company.chief, company.lead, company.dotted));

    for (int change = 0; change < CHANGES; change++) {
      write(any(reviews), people);
      Hris.importOrg(change(people), change(people), change(people)).then().statusCode(207);
      Org.awaitLook();
      holds(cycle);
    }
    written.forEach(one -> assertEquals(1, Tables.count(one), one));
  }

  private String change(List<Person> people) {
    Person person = any(people);
    return switch (random.nextInt(8)) {
      case 0 -> Org.leaves(person);
      case 1, 2 -> Org.onLeave(person);
      case 3 -> Org.atWork(person);
      default -> Org.moves(person, any(people));
    };
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Whoever has the review rates. */
  private void write(LiveReview review, List<Person> people) {
    reviewer(review, people)
        .ifPresent(
            reviewer -> {
              review.rate(reviewer, "delivery", 1 + random.nextInt(5)).then().statusCode(200);
              written.add(
                  """
                  review r join employee e on e.external_id = '%s' where r.id = '%s' and (
                    r.reviewer_id = e.id and jsonb_array_length(r.work -> 'ratings') = 1
                    or r.work -> 'contributions' @> jsonb_build_array(jsonb_build_object(
                      'type', 'MANAGER', 'authorId', cast(e.id as text))))
                  """
                      .formatted(reviewer.externalId(), review.id()));
            });
  }

  private static Optional<Person> reviewer(LiveReview review, List<Person> people) {
    return people.stream()
        .filter(
            person ->
                Tables.count(
                        """
                        review r join employee e on e.id = r.reviewer_id
                        where r.id = '%s' and e.external_id = '%s'
                        """
                            .formatted(review.id(), person.externalId()))
                    == 1)
        .findFirst();
  }

  private static void holds(LiveCycle cycle) {
    Map<String, String> never = new HashMap<>();
    never.put(
        "is not at work", "r.reviewer_id in (select id from employee where status <> 'ACTIVE')");
    never.put("is the reviewee", "r.reviewer_id = r.employee_id");
    never.put(
        "is below the reviewee",
        """
        exists (select 1 from reporting_line l where l.relationship = 'LINE'
          and l.above = r.employee_id and l.employee = r.reviewer_id)
        """);
    never.put(
        "owes nothing",
        """
        r.reviewer_id is not null and not exists (select 1 from duty d where d.subject = r.id
          and d.kind = 'REVIEW' and d.closed_at is null and d.holder_id = r.reviewer_id)
        """);
    never.put(
        "is missing, and nobody is to name one",
        """
        r.reviewer_id is null and not exists (select 1 from duty d where d.subject = r.id
          and d.kind = 'REVIEWER_NAMING' and d.closed_at is null and d.holder_role = 'hr-lead')
        """);
    never.put(
        "is not the manager, and nobody is asked",
        """
        r.manager_id is distinct from (select line_manager_id from assignment where id = r.assignment_id)
        and r.reviewer_id is distinct from
          (select line_manager_id from assignment where id = r.assignment_id)
        and r.reviewer_id is not null
        and not exists (select 1 from duty d where d.subject = r.id and d.kind = 'REVIEWER_CHECK'
          and d.closed_at is null and d.holder_role = 'hr')
        """);
    never.forEach(
        (what, when) ->
            assertEquals(
                0,
                Tables.count(
                    "review r where r.cycle_id = '%s' and (%s)".formatted(cycle.id(), when)),
                "whose reviewer " + what));
  }
}
