package org.evenhand.analytics.finding.judgement;

import org.evenhand.kit.test.FingerprintContract;

class ResultsFingerprintTest extends FingerprintContract {

  @Override
  protected String fingerprintOf(String results) {
    return "select %s from %s f (review_id, revision, state)"
        .formatted(CycleIntake.FINGERPRINT, results);
  }
}
