package org.evenhand.analytics.rater;

/** What the OpenAPI document shows. */
final class RatersExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2026", "origin": "LIVE"},
        "scope": "OWN",
        "release": {
          "edition": {"number": 1, "moment": "CALIBRATION_STARTED", "publishedAt": "2026-11-22T12:00:00Z"},
          "next": "SHARING_PROPOSED",
          "note": "Figures of a cycle are published when its calibration begins, ..."
        },
        "state": "SHOWN",
        "note": "Your own profile. HR sees it only after you have.",
        "meaning": "raterSeverity is of live ratings. These can't tell a lenient manager ...",
        "blindSamples": "blindSeverity is of blind samples: several raters scored the same ones, ...",
        "contest": "If you think that it is wrong, or used for what it can't tell: ...",
        "raters": [
          {
            "rater": {"id": "019a8c1e-6f00-7000-8000-0000000000aa", "name": "Zoë Brontë"},
            "state": "SHOWN",
            "words": "12 ratings lie 0.43 points above those of the others, once chance is taken out.",
            "n": 12,
            "raterSeverity": {
              "level": "NONE",
              "size": "NOTE",
              "shrunkenEffect": 0.4312,
              "probability": 0.659,
              "mean": 4.1667,
              "peersMean": 3.4,
              "reliability": 0.5624
            },
            "rangeRestriction": {"level": "NONE", "deviationRatio": 0.783},
            "centralTendency": {
              "beyondChance": false,
              "share": 0.1667,
              "low": 0.047,
              "high": 0.448,
              "peersShare": 0.45
            },
            "blindSeverity": {
              "state": "SHOWN",
              "words": "On 12 samples your scores lie 0.08 points above the mean of the others who scored them.",
              "samples": 12,
              "level": "NONE",
              "size": "NONE",
              "difference": 0.08,
              "low": -0.26,
              "high": 0.42
            }
          }
        ]
      }
      """;

  private RatersExample() {}
}
