package org.evenhand.analytics.fairness;

/**
 * What the OpenAPI document shows: the UK Department of Health, 2013-14, shortened. What jobs its
 * people held was not published, and is made up here.
 */
final class FairnessExample {

  static final String JSON =
      """
      {
        "cycle": {"id": "019a8c1e-6f00-7000-8000-000000000002", "key": "2013-14", "origin": "HISTORY"},
        "dimension": {"key": "workPattern", "label": "Work pattern"},
        "phase": "AFTER",
        "state": "SHOWN",
        "note": "Groups with too few people are named without figures.",
        "leastGroup": 5,
        "release": {
          "edition": {"number": 1, "moment": "IMPORTED", "publishedAt": "2026-11-22T12:00:00Z"},
          "note": "Figures of a cycle are published when its calibration begins, ..."
        },
        "scale": {"size": 3, "favourableFrom": 3},
        "publishedAt": "2026-11-22T12:00:00Z",
        "people": 1663,
        "onOtherScales": 0,
        "rule": {
          "name": "size-and-evidence",
          "version": "2",
          "evidenceBelow": 0.05,
          "limit": "CRITICAL takes a critical size, evidence, and either the same within job families and levels or a second cycle in a row."
        },
        "groups": [
          {
            "value": "Full time",
            "role": "REFERENCE",
            "suppressed": false,
            "n": 1419,
            "selected": 354,
            "rate": 0.2495,
            "share": 0.8533
          },
          {
            "value": "Part time",
            "role": "COMPARED",
            "suppressed": false,
            "n": 244,
            "selected": 46,
            "rate": 0.1885,
            "share": 0.1467,
            "impactRatio": {
              "reference": "Full time",
              "referenceRate": 0.2495,
              "ratio": 0.7557,
              "interval": {"low": 0.5737, "high": 0.9954},
              "belowFourFifths": true,
              "test": {"name": "POOLED_Z", "p": 0.0396},
              "z": {"z": -2.0576, "p": 0.0396},
              "fisherP": 0.0425,
              "difference": -0.0609,
              "differenceInterval": {"low": -0.1108, "high": -0.0029},
              "cohenH": -0.1477,
              "stratified": {
                "value": 0.79,
                "interval": {"low": 0.61, "high": 1.02},
                "test": {"name": "COCHRAN_MANTEL_HAENSZEL", "p": 0.063},
                "q": 0.063,
                "homogeneityP": 0.41,
                "size": "WARN",
                "strata": 14,
                "people": 1612
              },
              "verdict": {
                "outcome": "WARN",
                "size": "WARN",
                "q": 0.0396,
                "family": {"name": "2013-14 × impactRatio", "tests": 2},
                "reasons": ["46 of 244 people (18.9 %) are rated at or above the favourable level, ..."],
                "clearedBy": ["a ratio of at least 0.80, that is 3 more of the group ..."]
              }
            }
          }
        ]
      }
      """;

  private FairnessExample() {}
}
