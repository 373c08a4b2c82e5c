package org.evenhand.review.replay;

/**
 * What a review comes to under a draft.
 *
 * @param refused whether its submission would have lacked evidence
 * @param leaving whether it would not have been opened
 */
public record Outcome(int level, boolean refused, boolean leaving) {

  private static final String REFUSED = "e";
  private static final String LEAVING = "l";

  static Outcome of(String code) {
    return new Outcome(
        Integer.parseInt(code.replaceAll("\\D", "")),
        code.contains(REFUSED),
        code.contains(LEAVING));
  }

  public String code() {
    return level + (refused ? REFUSED : "") + (leaving ? LEAVING : "");
  }
}
