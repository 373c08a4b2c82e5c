package org.evenhand.calibration.session.scoring;

import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.calibration.agreement.DisputeLevel;
import org.evenhand.calibration.agreement.SampleAgreement;

/** How many samples are disputed how much. A sample with fewer than three scores has no level. */
@Schema(example = "{\"none\": 9, \"note\": 2, \"warn\": 1, \"critical\": 0}")
record SampleLevels(int none, int note, int warn, int critical) {

  static SampleLevels of(Collection<SampleAgreement> samples) {
    return new SampleLevels(
        count(samples, DisputeLevel.NONE),
        count(samples, DisputeLevel.NOTE),
        count(samples, DisputeLevel.WARN),
        count(samples, DisputeLevel.CRITICAL));
  }

  private static int count(Collection<SampleAgreement> samples, DisputeLevel level) {
    return (int) samples.stream().filter(sample -> sample.level() == level).count();
  }
}
