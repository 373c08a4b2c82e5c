package org.evenhand.analytics.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.analytics.statistics.Selection;
import org.evenhand.analytics.statistics.effects.Favoured;

/** How far somebody came with an opportunity, in this order. */
@Schema(name = "OpportunityStage")
public enum Stage {
  ELIGIBLE(1, "were eligible", "who are eligible"),
  APPLIED(2, "applied", "who apply"),
  ASSESSED(3, "were assessed", "who are assessed"),
  SELECTED(4, "were selected", "who are selected");

  private final int number;
  private final String did;
  private final String more;

  Stage(int number, String did, String more) {
    this.number = number;
    this.did = did;
    this.more = more;
  }

  /** Those at which somebody can fare otherwise than others who came as far. */
  public static List<Stage> compared() {
    return Arrays.asList(values()).subList(1, values().length);
  }

  /** The number of the stage, from 1 on; where people stand, it takes the place of a level. */
  int number() {
    return number;
  }

  /** Who came to this stage of those who came to the one before. */
  Selection of(LevelCounts furthest) {
    return new Selection(
        furthest.atOrAbove(number).selected(), furthest.atOrAbove(number - 1).selected());
  }

  Favoured words() {
    return new Favoured(did, more);
  }

  /** As in "12 of the 40 people who were eligible applied". */
  public String inWords(Selection selection) {
    return String.format(
        Locale.ROOT,
        "%d of the %d people who %s %s",
        selection.selected(),
        selection.people(),
        values()[number - 2].did,
        did);
  }
}
