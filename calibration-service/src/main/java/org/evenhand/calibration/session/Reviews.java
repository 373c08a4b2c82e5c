package org.evenhand.calibration.session;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.kit.web.problem.Problem;

/** Which reviews a session is about, and how many of them are scored blind. */
@Embeddable
class Reviews {

  private UUID[] reviewIds;
  private int blindSize;

  protected Reviews() {}

  Reviews(List<UUID> reviews, int blind) {
    this.reviewIds = reviews.toArray(UUID[]::new);
    this.blindSize = blind;
  }

  /** These were given to it of those that it asked for. */
  void claimed(List<UUID> claimed) {
    reviewIds = claimed.toArray(UUID[]::new);
    blindSize = Math.min(blindSize, claimed.size());
  }

  /**
   * A sample leaves with its review.
   *
   * @throws Problem 422 when nothing would be left that is still to be scored
   */
  void leave(Sample sample, boolean scored) {
    if (!scored && (reviewIds.length == 1 || sample.blind() && blindSize == 1)) {
      throw Problem.of(
              CalibrationProblem.LAST_SAMPLE,
              "Without this sample nothing is left to score: cancel the session.")
          .with(NOT_ALLOWED.at("", "is the last sample that is scored blind"));
    }
    reviewIds =
        Stream.of(reviewIds)
            .filter(review -> !review.equals(sample.reviewId()))
            .toArray(UUID[]::new);
    blindSize -= sample.blind() ? 1 : 0;
  }

  List<UUID> ids() {
    return List.of(reviewIds);
  }

  int blindSize() {
    return blindSize;
  }
}
