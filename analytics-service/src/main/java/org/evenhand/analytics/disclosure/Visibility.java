package org.evenhand.analytics.disclosure;

/** How a figure shows a group. */
public sealed interface Visibility {

  /**
   * Its own counts.
   *
   * @param distribution whether the count of each level may be shown, or only how many people are
   *     selected and how many there are
   */
  record Shown(boolean distribution) implements Visibility {}

  /**
   * The counts of an earlier figure in which it is shown are carried over.
   *
   * @param from that figure; its own visibility there says whether its distribution may be shown
   */
  record Carried(FigureKey from) implements Visibility {}

  /** Its name, without figures. */
  record Hidden() implements Visibility {}
}
