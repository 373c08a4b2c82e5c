package org.evenhand.calibration.session;

/** What the OpenAPI document shows. */
final class Examples {

  static final String NEW_SESSION =
      """
      {
        "cycleId": "019a8c1e-6f00-7000-8000-000000000001",
        "name": "Engineering, spring",
        "coFacilitatorExternalId": "L007",
        "raterExternalIds": ["L008", "L009", "L010"],
        "blindSamples": 12
      }
      """;

  static final String SESSION =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000c1",
        "cycleId": "019a8c1e-6f00-7000-8000-000000000001",
        "name": "Engineering, spring",
        "state": "REVEALED",
        "facilitatorId": "019a8c1e-6f00-7000-8000-000000000003",
        "coFacilitatorId": "019a8c1e-6f00-7000-8000-000000000005",
        "coFacilitatorAgreed": true,
        "raterIds": [
          "019a8c1e-6f00-7000-8000-000000000008",
          "019a8c1e-6f00-7000-8000-000000000009",
          "019a8c1e-6f00-7000-8000-000000000010"
        ],
        "reviews": 20,
        "blindSamples": 12,
        "agreement": {
          "raters": 3, "samples": 12, "paired": false, "alpha": 0.78, "low": 0.58, "high": 0.9
        },
        "actions": ["openDiscussion", "replaceSeat", "cancelCalibrationSession"]
      }
      """;

  static final String AGREEMENT =
      """
      {
        "agreement": {
          "raters": 3, "samples": 12, "paired": false, "alpha": 0.78, "low": 0.58, "high": 0.9
        },
        "measures": {
          "sampleLevels": {"none": 9, "note": 2, "warn": 0, "critical": 1},
          "piledUp": false,
          "pairKappas": {"pairs": 3, "lowest": 0.5, "median": 0.6, "highest": 0.8}
        },
        "reading": [
          "Alpha says of all samples together whether raters tell them apart alike. ..."
        ],
        "agenda": [
          {
            "sampleId": "019a8c1e-6f00-7000-8000-0000000000e1",
            "position": 7,
            "scores": [2, 3, 5],
            "originalOrdinal": 4,
            "spread": {
              "raters": 3,
              "mean": 3.3333333333333335,
              "range": 3,
              "standardDeviation": 1.5275252316519465,
              "meanAbsoluteDeviation": 1.1111111111111112
            },
            "sampleAgreement": {
              "rwg": 0,
              "meanAbsoluteDeviation": 1.1111111111111112,
              "level": "CRITICAL"
            }
          }
        ]
      }
      """;

  static final String SAMPLE =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000e1",
        "position": 7,
        "blind": true,
        "checked": true,
        "parts": [
          {
            "criterion": "delivery",
            "observations": [
              {
                "situation": "The release was at risk",
                "behaviour": "[Reviewee] split it and said what would not be in it",
                "impact": "The first half shipped in time"
              }
            ],
            "narrative": "Twice under pressure, and others followed"
          }
        ],
        "ownScore": {"ordinal": 3, "scoredAt": "2027-01-28T13:00:00Z", "etag": "\\"0\\""}
      }
      """;

  static final String DECISION =
      """
      {
        "decision": "ADJUST",
        "ordinal": 3,
        "reasonCode": "CONSISTENT_WITH_PRECEDENT",
        "reason": "Two dated observations match the anchor of level 3, as in precedent 4."
      }
      """;

  static final String DECISIONS =
      """
      {
        "sessionId": "019a8c1e-6f00-7000-8000-0000000000c1",
        "decisions": [
          {
            "reviewId": "019a8c1e-6f00-7000-8000-000000000002",
            "decision": "ADJUST",
            "ordinal": 3,
            "reasonCode": "CONSISTENT_WITH_PRECEDENT",
            "reason": "Two dated observations match the anchor of level 3, as in precedent 4."
          }
        ]
      }
      """;

  static final String SEAT_CHANGE =
      """
      {
        "leavingId": "019a8c1e-6f00-7000-8000-000000000008",
        "joiningExternalId": "L011",
        "reason": "Has taken another post."
      }
      """;

  private Examples() {}
}
