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
        "contentHash": "0b882f240ec16a7fe6509ec0b26c22de63af4f3d7570477896da025cf912f4c8",
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
        "contentHash": "0b882f240ec16a7fe6509ec0b26c22de63af4f3d7570477896da025cf912f4c8",
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
