package org.evenhand.calibration.session.scoring;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evenhand.calibration.agreement.GwetAc;
import org.evenhand.calibration.agreement.LevelTallies;
import org.evenhand.calibration.agreement.PileUp;
import org.evenhand.calibration.agreement.SampleAgreement;
import org.evenhand.calibration.agreement.Weights;
import org.evenhand.calibration.session.Sample;
import org.jspecify.annotations.Nullable;

/**
 * What the blind scores of a session say beside alpha. It rests on the scores without names, so
 * that it gives nobody away who is not given away by these.
 *
 * @param sampleLevels how disputed the samples are that three and more scored
 * @param piledUp whether nearly all scores are of one level, so that alpha falls though raters
 *     agree; not asked of samples on several scales
 * @param ac2 Gwet's coefficient with quadratic weights, when scores pile up on ten and more
 *     samples; in hundredths, which is more than so few samples can carry
 */
record Measures(SampleLevels sampleLevels, boolean piledUp, @Nullable Double ac2) {

  private static final int LEAST_SAMPLES = 10;

  /** Of all blind samples. */
  static Measures of(ScoredSamples scored) {
    var ordinals = scored.ordinals();
    var agreements =
        scored.blind().stream()
            .flatMap(sample -> of(sample, ordinals.getOrDefault(sample.id(), List.of())).stream())
            .toList();
    var piledUpOn = scored.scaleSize().filter(scale -> PileUp.in(ordinals.values()));
    return new Measures(
        SampleLevels.of(agreements),
        piledUpOn.isPresent(),
        piledUpOn.flatMap(scale -> ac2(ordinals.values(), scale)).orElse(null));
  }

  /** How far the raters agree on one sample; empty with fewer than three. */
  static Optional<SampleAgreement> of(Sample sample, List<Integer> ordinals) {
    return SampleAgreement.of(ordinals, sample.scaleSize());
  }

  private static Optional<Double> ac2(Collection<List<Integer>> samples, int scaleSize) {
    List<List<Integer>> pairable =
        samples.stream().filter(ordinals -> ordinals.size() > 1).toList();
    if (pairable.size() < LEAST_SAMPLES) {
      return Optional.empty();
    }
    return GwetAc.of(LevelTallies.of(pairable, scaleSize), Weights.quadratic(scaleSize))
        .map(found -> Math.rint(found.coefficient() * 100) / 100);
  }
}
