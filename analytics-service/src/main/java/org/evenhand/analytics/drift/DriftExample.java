package org.evenhand.analytics.drift;

/** What the OpenAPI document shows. */
final class DriftExample {

  static final String JSON =
      """
      {
        "dimension": "orgUnit",
        "value": "Finance",
        "phase": "AFTER",
        "scope": "WHOLE",
        "note": "Cycles of one scale and one line of policies, each as it was last published. ...",
        "leastGroup": 10,
        "scale": {"size": 5, "favourableFrom": 4},
        "level": 4,
        "points": [
          {
            "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2025", "origin": "HISTORY"},
            "at": "2025-12-31T00:00:00Z",
            "state": "SHOWN",
            "release": {
              "edition": {"number": 1, "moment": "IMPORTED", "publishedAt": "2026-11-22T12:00:00Z"},
              "note": "Figures of a cycle are published when its calibration begins, ..."
            },
            "publishedAt": "2026-11-22T12:00:00Z",
            "people": 2000,
            "mean": 3.4,
            "share": 0.425
          },
          {
            "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2026", "origin": "LIVE"},
            "at": "2026-12-31T00:00:00Z",
            "state": "SHOWN",
            "release": {
              "edition": {"number": 2, "moment": "SHARING_PROPOSED", "publishedAt": "2026-11-22T12:00:00Z"},
              "next": "CLOSED",
              "note": "Figures of a cycle are published when its calibration begins, ..."
            },
            "publishedAt": "2026-11-22T12:00:00Z",
            "people": 2100,
            "mean": 3.5905,
            "share": 0.5286
          }
        ],
        "shifts": [
          {
            "from": {"id": "019a8c1e-6f00-7000-8000-000000000001", "key": "2025", "origin": "HISTORY"},
            "to": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2026", "origin": "LIVE"},
            "verdict": {
              "outcome": "WATCH",
              "reasons": [
                "From 2025 to 2026 ratings went up by 0.19 points on average: a delta of 0.117.",
                "The size is worth a note and below that of a warning."
              ],
              "clearedBy": ["a delta between -0.11 and 0.11 from this cycle to the next"]
            },
            "size": "NOTE",
            "cliffsDelta": {
              "delta": 0.1171,
              "low": 0.0840,
              "high": 0.1503,
              "test": "BRUNNER_MUNZEL",
              "p": 0.0000001,
              "q": 0.0000003,
              "tests": 3
            },
            "meanShift": 0.1905,
            "wasserstein": 0.1905,
            "chiSquare": {"statistic": 48.23, "degreesOfFreedom": 4, "p": 0.0000000008, "cramersV": 0.108},
            "distances": {
              "psi": 0.0474,
              "psiSmoothed": 0.0472,
              "psiCritical": 0.0093,
              "kolmogorovSmirnov": 0.1036,
              "jensenShannon": 0.0059
            }
          }
        ],
        "ratingDrift": {
          "verdict": {
            "outcome": "INSUFFICIENT",
            "reasons": ["A baseline takes 8 cycles whose figures may be shown, and a later one ..."],
            "clearedBy": ["7 more of such cycles"]
          },
          "baseline": []
        },
        "leftOut": []
      }
      """;

  private DriftExample() {}
}
