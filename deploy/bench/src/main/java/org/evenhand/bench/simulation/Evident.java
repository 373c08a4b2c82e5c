package org.evenhand.bench.simulation;

import org.evenhand.analytics.statistics.verdict.Verdict;

/** Whether a verdict rests on evidence, whatever the size of the difference. */
final class Evident {
  private Evident() {}

  static boolean isEvident(Verdict verdict) {
    return verdict
        .basis()
        .filter(basis -> basis.q().isPresent())
        .map(basis -> basis.q().getAsDouble() < verdict.rule().evidenceBelow())
        .orElse(false);
  }
}
