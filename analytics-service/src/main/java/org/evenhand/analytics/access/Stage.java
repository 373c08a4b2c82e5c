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
  ELIGIBLE("were eligible", "who are eligible"),
  APPLIED("applied", "who apply"),
  ASSESSED("were assessed", "who are assessed"),
  SELECTED("were selected", "who are selected");

  private final Favoured words;

  Stage(String did, String more) {
    this.words = new Favoured(did, more);
  }

  /** Those at which somebody can fare otherwise than others who came as far. */
  public static List<Stage> compared() {
    return Arrays.asList(values()).subList(1, values().length);
  }

  /** The number of the stage, from 1 on; where people stand, it takes the place of a level. */
  int number() {
    return ordinal() + 1;
  }

  /** Who came to this stage of those who came to the one before. */
  Selection of(LevelCounts furthest) {
    return new Selection(
        furthest.atOrAbove(number()).selected(), furthest.atOrAbove(ordinal()).selected());
  }

  Favoured words() {
    return words;
  }

  /** As in "12 of the 40 people who were eligible applied". */
  public String inWords(Selection selection) {
    return String.format(
        Locale.ROOT,
        "%d of the %d people who %s %s",
        selection.selected(),
        selection.people(),
        values()[ordinal() - 1].words.did(),
        words.did());
  }
}
