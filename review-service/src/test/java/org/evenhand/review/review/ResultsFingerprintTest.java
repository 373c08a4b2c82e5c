package org.evenhand.review.review;

import org.evenhand.kit.test.FingerprintContract;

class ResultsFingerprintTest extends FingerprintContract {

  @Override
  protected String fingerprintOf(String results) {
    return "select %s from %s r (id, revision, phase)"
        .formatted(ReviewRepository.FINGERPRINT, results);
  }
}
