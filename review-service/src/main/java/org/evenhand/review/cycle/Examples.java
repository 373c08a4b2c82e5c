package org.evenhand.review.cycle;

/** What the OpenAPI document shows. */
final class Examples {

  static final String CYCLE =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-000000000001",
        "key": "2026",
        "name": "The year 2026",
        "state": "OPEN",
        "policyId": "01939b4e-7c3a-7000-8000-000000000001",
        "policyVersion": 1,
        "orgUnits": ["engineering", "operations"],
        "periodStart": "2026-01-01",
        "periodEnd": "2026-12-31",
        "cutOffDate": "2026-12-01",
        "milestones": {
          "selfReview": "2026-12-15",
          "managerReview": "2027-01-15",
          "calibration": "2027-01-31",
          "share": "2027-02-10",
          "appealWindow": "2027-03-10",
          "overrides": []
        },
        "opening": {
          "proposal": {"employeeId": "019a8c1e-6f00-7000-8000-000000000003", "side": "HR", "at": "2026-12-01T09:00:00Z"},
          "countersignature": {"employeeId": "019a8c1e-6f00-7000-8000-000000000005", "side": "MANAGER", "at": "2026-12-01T10:00:00Z"}
        },
        "sharing": [],
        "progress": [
          {
            "kind": "OPENING",
            "total": 57,
            "done": 57,
            "startedAt": "2026-12-01T10:00:00Z",
            "finishedAt": "2026-12-01T10:00:02Z"
          }
        ],
        "exceptions": [{"milestone": "SELF_REVIEW", "count": 2}],
        "actions": ["joiners", "calibration", "cancellation"]
      }
      """;

  private Examples() {}
}
