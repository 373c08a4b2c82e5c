package org.evenhand.kit.data;

/** What the OpenAPI documents of services with imports show. */
public final class ImportExamples {

  public static final String VIEW =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000a1",
        "kind": "org",
        "state": "DONE",
        "dryRun": false,
        "rows": 2,
        "done": 2,
        "created": 1,
        "changed": 0,
        "unchanged": 0,
        "refused": 1,
        "receivedAt": "2026-11-22T12:00:00Z",
        "finishedAt": "2026-11-22T12:00:01Z",
        "results": [
          {"row": 1, "outcome": "CREATED", "id": "019a8c1e-6f00-7000-8000-000000000011", "errors": []},
          {
            "row": 2,
            "outcome": "REFUSED",
            "errors": [{"detail": "is no date", "row": 2, "column": "effectiveFrom"}]
          }
        ]
      }
      """;

  public static final String ERRORS =
      """
      row,column,detail
      2,effectiveFrom,is no date
      """;

  private ImportExamples() {}
}
