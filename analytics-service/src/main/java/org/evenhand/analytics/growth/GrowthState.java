package org.evenhand.analytics.growth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether there are figures. */
@Schema(name = "GrowthState")
enum GrowthState {
  SHOWN(
      "Groups of which figures would tell of people are named without. A difference says nothing of"
          + " its reason."),
  TOO_FEW_PEOPLE("Too few people: no group can be shown."),
  GATHERING("The year isn't published yet, or nothing was told of it."),
  NOTHING("The year is published, and nobody counts in this, or the dimension is newer.");

  private final String words;

  GrowthState(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
