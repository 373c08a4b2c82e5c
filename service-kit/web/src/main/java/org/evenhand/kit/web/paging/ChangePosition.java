package org.evenhand.kit.web.paging;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import java.util.UUID;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/**
 * How far a reader has come in the order of commits.
 *
 * @param changedIn the transaction of the last thing read, as an unsigned number
 * @param id of that thing
 */
public record ChangePosition(String changedIn, UUID id) {

  public static final ChangePosition START = before("0");

  /** Before all that the transaction changes. */
  public static ChangePosition before(String transaction) {
    return new ChangePosition(transaction, new UUID(0, 0));
  }

  public String token() {
    return Cursor.of(changedIn, id).encode();
  }

  /**
   * @throws Problem INVALID_PARAMETER when it isn't one of our tokens
   */
  public static ChangePosition of(String parameter, String token) {
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
