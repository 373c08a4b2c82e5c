package org.evenhand.review.rating;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import java.util.UUID;
import org.evenhand.kit.web.paging.Cursor;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * How far a reader has come in the order of commits.
 *
 * @param changedIn the transaction of the last rating read, as an unsigned number
 * @param reviewId that rating's review
 */
record ChangePosition(String changedIn, UUID reviewId) {

  static final ChangePosition START = new ChangePosition("0", new UUID(0, 0));

  String token() {
    return Cursor.of(changedIn, reviewId).encode();
  }

  /**
   * @throws Problem INVALID_PARAMETER when it isn't one of our tokens
   */
  static ChangePosition of(String parameter, String token) {
    try {
      Cursor cursor = Cursor.decode(token);
      return new ChangePosition(
          Long.toUnsignedString(Long.parseUnsignedLong(cursor.text(0))), cursor.uuid(1));
    } catch (NumberFormatException | Problem e) {
      throw Problem.of(CommonProblem.INVALID_PARAMETER, "The token is not one that a page gave.")
          .with(MALFORMED.parameter(parameter, "is not a token of this list"));
    }
  }
}
