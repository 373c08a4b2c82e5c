package org.evenhand.calibration.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.calibration.agreement.Agenda;
import org.evenhand.calibration.agreement.ScoreSpread;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** A session's scores, and what each of its readers may see of how far they agree. */
record Revealed(Session session, List<Sample> samples, List<Score> scores) {

  /**
   * What somebody reads. The samples that they are too close to are missing from the agenda: one
   * that is missing from the list of samples alone would tell whose it is. The figures of all
   * samples are then in tenths, because exact ones would tell the scores of that one.
   *
   * <p>An auditor reads how far they agree, in tenths, and nothing of any sample.
   *
   * @param tooClose the reviews that the viewer may not read
   * @throws Problem 409 before the scores are revealed, and of a session that was cancelled
   */
  AgreementView seenBy(Viewer viewer, Collection<UUID> tooClose) {
    Agreement agreement = session.agreement();
    if (agreement == null || !session.state().isRevealed()) {
      throw Problem.of(
          CommonProblem.STATE_CONFLICT, "The scores of this session are not revealed.");
    }
    if (!viewer.reads(session)) {
      Agreement told = agreement.inTenths();
      return new AgreementView(told, null, Reading.ofAlphaAlone(told), List.of());
    }
    List<Sample> distant =
        samples.stream().filter(sample -> !tooClose.contains(sample.reviewId())).toList();
    List<AgreementView.Item> agenda = agenda(distant);
    boolean whole = samples.stream().filter(Sample::blind).count() == agenda.size();
    MeasuresView measures =
        agreement.paired() ? null : measures(viewer.person(), distant, agenda, whole);
    Agreement shown = whole ? agreement : agreement.inTenths();
    return new AgreementView(shown, measures, Reading.of(shown, measures), agenda);
  }

  private MeasuresView measures(
      Optional<UUID> viewer, List<Sample> distant, List<AgreementView.Item> agenda, boolean whole) {
    Measures all = Measures.of(samples, scores);
    SampleLevels shown =
        SampleLevels.of(
            agenda.stream().flatMap(item -> Stream.ofNullable(item.sampleAgreement())).toList());
    // Where scores pile up, kappa is low for no fault of the raters.
    Optional<UUID> asking = all.piledUp() ? Optional.empty() : viewer;
    return new MeasuresView(
        shown,
        all.piledUp(),
        whole ? all.ac2() : Agreement.tenth(all.ac2()),
        asking
            .filter(session::facilitates)
            .flatMap(person -> KappasOfScores.pairs(samples, scores))
            .orElse(null),
        asking.flatMap(person -> KappasOfScores.own(person, distant, scores)).orElse(null));
  }

  private List<AgreementView.Item> agenda(List<Sample> distant) {
    var byId = distant.stream().collect(Collectors.toMap(Sample::id, Function.identity()));
    Map<Sample, List<Integer>> ordinals =
        BlindScores.bySample(distant, scores).entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> Objects.requireNonNull(byId.get(e.getKey())), Map.Entry::getValue));
    return Agenda.mostDisputedFirst(ordinals, Comparator.comparingInt(Sample::position)).stream()
        .map(sample -> item(sample, ordinals.getOrDefault(sample, List.of())))
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
