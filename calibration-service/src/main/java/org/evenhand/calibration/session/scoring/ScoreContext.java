package org.evenhand.calibration.session.scoring;

import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.session.SessionContext;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.request.Preconditions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A score that a rater writes or changes.
 *
 * @param known the one that they gave before
 */
record ScoreContext(SessionContext context, Score.Key key, Optional<Score> known)
    implements Steps.Context {

  @Override
  public Mutiny.Session session() {
    return context.session();
  }

  @Override
  public UUID actor() {
    return context.actor();
  }

  /**
   * The first score overwrites nothing that somebody has read. The version is that of the score:
   * raters score at the same time.
   *
   * @throws Problem 428 or 412
   */
  void requireRead(@Nullable String ifMatch) {
    known.ifPresent(score -> Preconditions.require(ifMatch, score.version()));
  }
}
