package org.evenhand.analytics.evidence;

/** What the OpenAPI document shows; the figures are made up. */
final class EvidenceExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2026", "origin": "LIVE"},
        "dimension": "workPattern",
        "state": "SHOWN",
        "note": "Groups with too few people are named without figures.",
        "leastGroup": 10,
        "release": {
          "edition": {
            "number": 1, "moment": "CALIBRATION_STARTED", "publishedAt": "2026-11-22T12:00:00Z"
          },
          "next": "SHARING_PROPOSED",
          "note": "Figures of a cycle are published when its calibration begins, ..."
        },
        "published": {
          "number": 1, "moment": "CALIBRATION_STARTED", "publishedAt": "2026-11-22T12:00:00Z"
        },
        "groups": [
          {
            "value": "Full time", "state": "SHOWN", "reviews": 1419,
            "observations": [
              {"band": "0", "share": 0.08}, {"band": "1-2", "share": 0.31},
              {"band": "3+", "share": 0.61}
            ],
            "impact": [
              {"band": "none", "share": 0.12}, {"band": "some", "share": 0.39},
              {"band": "all", "share": 0.49}
            ],
            "daysSince": [
              {"band": "none", "share": 0.08}, {"band": "0-30", "share": 0.55},
              {"band": "31-90", "share": 0.29}, {"band": "91+", "share": 0.08}
            ],
            "criteriaWithout": [
              {"band": "0", "share": 0.72}, {"band": "1-2", "share": 0.2},
              {"band": "3+", "share": 0.08}
            ]
          },
          {
            "value": "Part time", "state": "SHOWN", "reviews": 244,
            "observations": [
              {"band": "0", "share": 0.19}, {"band": "1-2", "share": 0.45},
              {"band": "3+", "share": 0.36}
            ],
            "daysSince": [
              {"band": "none", "share": 0.19}, {"band": "0-30", "share": 0.3},
              {"band": "31-90", "share": 0.3}, {"band": "91+", "share": 0.21}
            ]
          }
        ]
      }
      """;

  private EvidenceExample() {}
}
