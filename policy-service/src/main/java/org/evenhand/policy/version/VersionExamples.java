package org.evenhand.policy.version;

import org.evenhand.policy.content.ContentExample;

/** What the document shows of answers. */
final class VersionExamples {

  static final String SUMMARY =
      """
      {
        "policyId": "0198f2a0-0000-7000-8000-000000000010",
        "version": 1,
        "state": "ANNOUNCED",
        "name": "Fair ratings",
        "contentHash": "4682926ebb286c2efc772d2b14c5d9b7d2f3ba155f3f86f7a4d85a260d77d7ec",
        "effectiveOn": "2027-01-01",
        "createdAt": "2026-11-02T09:30:00Z",
        "updatedAt": "2026-12-01T09:30:00Z"
      }
      """;

  static final String POLICY =
      """
      {
        "id": "0198f2a0-0000-7000-8000-000000000010",
        "name": "Fair ratings",
        "announced": 1,
        "latest":\
      """
          + SUMMARY
          + """
          , "createdBy": "0198f2a0-0000-7000-8000-000000000101",
            "createdAt": "2026-11-02T09:30:00Z",
            "actions": []
          }
          """;

  static final String VERSION =
      """
      {
        "policyId": "0198f2a0-0000-7000-8000-000000000010",
        "version": 1,
        "state": "ANNOUNCED",
        "contentHash": "4682926ebb286c2efc772d2b14c5d9b7d2f3ba155f3f86f7a4d85a260d77d7ec",
        "content":\
      """
          + ContentExample.JSON
          + """
          , "authorIds": ["0198f2a0-0000-7000-8000-000000000101"],
            "consultation": {
              "openedAt": "2026-11-03T09:30:00Z",
              "minimumDays": 14,
              "signOffFrom": "2026-11-17T09:30:00Z"
            },
            "announcement": {
              "rationale": "Two criteria measured the same thing",
              "expectedImpact": "Fewer ratings off the middle without evidence",
              "effectiveOn": "2027-01-01",
              "announcedAt": "2026-12-01T09:30:00Z",
              "everyoneFrom": "2026-12-03T09:30:00Z"
            },
            "createdAt": "2026-11-02T09:30:00Z",
            "updatedAt": "2026-12-01T09:30:00Z",
            "actions": ["acknowledgements", "withdrawal"]
          }
          """;

  private VersionExamples() {}
}
