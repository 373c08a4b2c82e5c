package org.evenhand.review.review;

/** What the OpenAPI document shows. */
final class Examples {

  static final String REVIEW =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-000000000002",
        "cycleId": "019a8c1e-6f00-7000-8000-000000000001",
        "cycleKey": "2026",
        "policyId": "01939b4e-7c3a-7000-8000-000000000001",
        "policyVersion": 1,
        "state": "SUBMITTED",
        "revision": 1,
        "reviewee": {"employeeId": "019a8c1e-6f00-7000-8000-000000000011", "externalId": "L011", "name": "José Núñez"},
        "reviewer": {"employeeId": "019a8c1e-6f00-7000-8000-000000000005", "externalId": "L005", "name": "Zoë Brontë"},
        "placement": {
          "orgUnit": "customer-care",
          "jobLevel": "L6",
          "jobFamily": "service",
          "workLocation": "Utrecht",
          "country": "NL"
        },
        "ratedPeriod": {"from": "2026-01-01", "to": "2026-12-31"},
        "due": {
          "selfReview": "2026-12-15",
          "managerReview": "2027-01-15",
          "calibration": "2027-01-31",
          "share": "2027-02-10",
          "appealWindow": "2027-03-10"
        },
        "relations": ["REVIEWER"],
        "contributions": [
          {
            "type": "SELF",
            "authorId": "019a8c1e-6f00-7000-8000-000000000011",
            "answers": [{"question": "proud", "text": "The move to the new store"}],
            "ratings": [],
            "writtenAt": "2026-12-12T15:00:00Z"
          }
        ],
        "observations": [
          {
            "id": "019a8c1e-6f00-7000-8000-0000000000d1",
            "criterion": "delivery",
            "situation": "The release was at risk",
            "behaviour": "Split it and said what would not be in it",
            "impact": "The first half shipped in time",
            "observedOn": "2026-05-12",
            "authorId": "019a8c1e-6f00-7000-8000-000000000005",
            "recordedAt": "2026-05-13T08:30:00Z"
          }
        ],
        "ratings": [
          {
            "criterion": "delivery",
            "ordinal": 4,
            "rationale": "Twice under pressure, and others followed",
            "ratedAt": "2027-01-10T10:00:00Z"
          }
        ],
        "suggestedOverall": 4,
        "submission": {
          "overall": {"ordinal": 4, "rule": "WEIGHTED"},
          "reviewerId": "019a8c1e-6f00-7000-8000-000000000005",
          "confirmedBy": "Zoë Brontë",
          "at": "2027-01-12T10:00:00Z"
        },
        "originalOrdinal": 4,
        "ordinal": 4,
        "calibration": "PENDING",
        "reassignments": [],
        "actions": []
      }
      """;

  static final String SUMMARY =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-000000000002",
        "cycleId": "019a8c1e-6f00-7000-8000-000000000001",
        "cycleKey": "2026",
        "state": "IN_PROGRESS",
        "revision": 1,
        "reviewee": {"employeeId": "019a8c1e-6f00-7000-8000-000000000011", "externalId": "L011", "name": "José Núñez"},
        "reviewer": {"employeeId": "019a8c1e-6f00-7000-8000-000000000005", "externalId": "L005", "name": "Zoë Brontë"},
        "orgUnit": "customer-care",
        "due": {
          "selfReview": "2026-12-15",
          "managerReview": "2027-01-15",
          "calibration": "2027-01-31",
          "share": "2027-02-10",
          "appealWindow": "2027-03-10"
        },
        "relations": ["REVIEWER"],
        "actions": ["observations", "submission"]
      }
      """;

  private Examples() {}
}
