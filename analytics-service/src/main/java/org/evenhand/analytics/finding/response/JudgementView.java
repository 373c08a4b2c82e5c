package org.evenhand.analytics.finding.response;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.analytics.finding.Outcomes;
import org.evenhand.analytics.finding.Rule;
import org.evenhand.analytics.viewer.CycleView;

/** That a cycle was judged, by which rule, and how often it came to which outcome. */
@Schema(name = "Judgement", example = JudgementView.EXAMPLE)
public record JudgementView(
    UUID id,
    CycleView cycle,
    @Schema(description = "1 for the first of its cycle") long number,
    Instant judgedAt,
    Rule rule,
    Outcomes outcomes,
    @Schema(description = "How many findings wait for a joint response by it") long raised) {

  static final String EXAMPLE =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000e1",
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2013-14", "origin": "HISTORY"},
        "number": 1,
        "judgedAt": "2026-11-25T10:00:00Z",
        "rule": {"name": "size-and-evidence", "version": "2"},
        "outcomes": {
          "byMetric": {
            "cliffsDelta": {"COVERAGE": 1, "WATCH": 2},
            "impactRatio": {"COVERAGE": 1, "WARN": 2}
          }
        },
        "raised": 2
      }
      """;

  static JudgementView of(Judgement judgement) {
    return new JudgementView(
        judgement.id(),
        new CycleView(judgement.cycleId(), judgement.cycleKey(), judgement.origin()),
        judgement.number(),
        judgement.judgedAt(),
        judgement.rule(),
        judgement.outcomes(),
        judgement.raised());
  }
}
