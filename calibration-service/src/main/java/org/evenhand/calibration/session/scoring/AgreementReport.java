package org.evenhand.calibration.session.scoring;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.calibration.agreement.Agenda;
import org.evenhand.calibration.agreement.ScoreSpread;
import org.evenhand.calibration.directory.Actor;
import org.evenhand.calibration.session.Agreement;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.Session;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** A session's scores, and what each of its readers may see of how far they agree. */
record AgreementReport(Session session, ScoredSamples scored) {

  /**
   * What somebody reads. The samples that they are too close to are missing from the agenda: one
   * that is missing from the list of samples alone would tell whose it is. The figures of all
   * samples are then in tenths, because exact ones would tell the scores of that one.
   *
   * <p>An auditor reads how far they agree, in tenths, and nothing of any sample.
   *
   * @param tooClose the reviews that the reader may not read
   * @throws Problem 409 before the scores are revealed, and of a session that was cancelled
   */
  AgreementView seenBy(Actor reader, Collection<UUID> tooClose) {
    Agreement agreement = session.agreement();
    if (agreement == null || !session.state().isRevealed()) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "The scores of this session are not revealed.");
    }
    if (!session.isReadBy(reader)) {
      Agreement told = agreement.inTenths();
      return new AgreementView(told, null, Interpretation.ofAlphaAlone(told), List.of());
    }
    ScoredSamples distant = scored.without(tooClose);
    List<AgreementView.Item> agenda = agenda(distant);
    boolean whole = scored.blind().size() == agenda.size();
    MeasuresView measures =
        agreement.paired() ? null : measures(reader.person(), distant, agenda, whole);
    Agreement shown = whole ? agreement : agreement.inTenths();
    return new AgreementView(shown, measures, Interpretation.of(shown, measures), agenda);
  }

  private MeasuresView measures(
      UUID reader, ScoredSamples distant, List<AgreementView.Item> agenda, boolean whole) {
    Measures all = Measures.of(scored);
    SampleLevels shown =
        SampleLevels.of(
            agenda.stream().flatMap(item -> Stream.ofNullable(item.sampleAgreement())).toList());
    // Where scores pile up, kappa is low for no fault of the raters.
    Optional<UUID> asking = all.piledUp() ? Optional.empty() : Optional.of(reader);
    return new MeasuresView(
        shown,
        all.piledUp(),
        whole ? all.ac2() : Agreement.tenth(all.ac2()),
        asking
            .filter(session.members()::facilitates)
            .flatMap(person -> KappasOfScores.pairs(scored))
            .orElse(null),
        asking.flatMap(person -> KappasOfScores.own(person, distant)).orElse(null));
  }

  private static List<AgreementView.Item> agenda(ScoredSamples distant) {
    var ordinals = distant.ordinals();
    var bySample =
        distant.blind().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), sample -> ordinals.getOrDefault(sample.id(), List.of())));
    return Agenda.mostDisputedFirst(bySample, Comparator.comparingInt(Sample::position)).stream()
        .map(sample -> item(sample, bySample.getOrDefault(sample, List.of())))
        .toList();
  }

  private static AgreementView.Item item(Sample sample, List<Integer> scores) {
    return new AgreementView.Item(
        sample.id(),
        sample.position(),
        scores,
        sample.originalOrdinal(),
        scores.isEmpty() ? null : ScoreSpread.of(scores),
        Measures.of(sample, scores).orElse(null));
  }
}
