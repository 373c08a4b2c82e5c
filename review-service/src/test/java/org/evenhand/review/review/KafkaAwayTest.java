package org.evenhand.review.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCycle;
import org.evenhand.review.live.LiveReview;
import org.evenhand.review.live.Tables;
import org.evenhand.review.live.Told;
import org.junit.jupiter.api.Test;

/** Kafka is away: people go on working, and everybody learns of it later, in order. */
@QuarkusTest
class KafkaAwayTest {

  @Test
  void reviewsAreSubmittedWhileKafkaIsAwayAndToldInOrderOnceItIsBack() {
    Company company = Company.of(2);
    LiveCycle cycle = LiveCycle.open(company);
    List<LiveReview> reviews = company.staff.stream().map(cycle::reviewOf).toList();
    Told told = new Told(cycle);
    reviews.forEach(review -> told.of(Told.INTERNAL, review.id(), 1));

    KafkaResource.broker().stop();
    try {
      reviews.forEach(review -> review.conclude(company.lead, 4));
      for (LiveReview review : reviews) {
        assertEquals(2, Tables.count("outbox where aggregateid = '" + review.id() + "'"));
      }
    } finally {
      KafkaResource.broker().start();
    }

    for (LiveReview review : reviews) {
      assertEquals(
          List.of("review.opened", "review.started", "review.submitted"),
          told.of(Told.INTERNAL, review.id(), 3));
    }
  }
}
