package org.evenhand.review.appeal;

import java.util.List;
import java.util.Map;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Person;

/**
 * A company whose people know their results, and three who could judge an appeal of the second of
 * the staff.
 */
public record SharedResults(
    Company company, LiveCycle cycle, Person appellant, LiveReview review, List<Person> panel) {

  public static final int LEVEL = 2;

  public static SharedResults of(int staff) {
    Company company = Company.of(staff);
    LiveCycle cycle = LiveCycle.open(company);
    Map<String, LiveReview> reviews = cycle.reviews();
    for (Person one : company.staff) {
      LiveReview review = reviews.get(one.externalId());
      review
          .post(
              company.lead,
              "observations",
              LiveReview.observation("delivery", one.name() + " held the night shift", 40))
          .then()
          .statusCode(200);
      review.conclude(company.lead, LEVEL);
    }
    cycle.calibrate();
    cycle.share();
    Person appellant = company.staff.get(1);
    return new SharedResults(
        company,
        cycle,
        appellant,
        reviews.get(appellant.externalId()),
        List.of(company.stranger, company.dotted, company.hrElsewhere));
  }

  /** The same, with another one of the staff as the appellant. */
  public SharedResults of(Person other) {
    return new SharedResults(company, cycle, other, cycle.reviewOf(other), panel);
  }

  public Person member(int seat) {
    return panel.get(seat);
  }
}
