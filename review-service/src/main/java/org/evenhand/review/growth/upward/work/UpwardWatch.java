package org.evenhand.review.growth.upward.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.review.growth.moved.Follower;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Follows managers as they go or work elsewhere: whether and when their round closes is looked at
 * anew. Those who are asked may come and go; they were direct reports on the first day.
 */
@ApplicationScoped
class UpwardWatch implements Follower {

  private static final String CONCERNED =
      """
      select u.id from moved join upward_round u on u.assignment_id = moved.id
      where u.state = 'OPEN'
      """;

  private final UpwardClosing closing;

  UpwardWatch(UpwardClosing closing) {
    this.closing = closing;
  }

  @Override
  public String concerned() {
    return CONCERNED;
  }

  @Override
  public String kind() {
    return "upward-round-watch";
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID round) {
    return closing.run(session, round);
  }
}
