package org.evenhand.review.directory;

/** What the OpenAPI document shows. */
final class Examples {

  static final String EMPLOYEE =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-000000000011",
        "externalId": "L011",
        "givenName": "José",
        "familyName": "Núñez",
        "orgUnit": "customer-care",
        "email": "jose.nunez@linden.example",
        "status": "ACTIVE",
        "hiredOn": "2019-09-02",
        "assignments": [
          {
            "assignmentId": "A011-1",
            "main": true,
            "orgUnit": "customer-care",
            "jobLevel": "L6",
            "jobFamily": "service",
            "workLocation": "Utrecht",
            "country": "NL",
            "legalEntity": "Linden B.V.",
            "workerType": "EMPLOYEE",
            "managerExternalId": "L005",
            "startedOn": "2019-09-02"
          }
        ],
        "actions": []
      }
      """;

  static final String PERMIT =
      """
      {
        "id": "019a8c1e-6f00-7000-8000-0000000000b1",
        "atMost": 120,
        "expiresAt": "2026-11-22T13:00:00Z"
      }
      """;

  static final String NDJSON =
      """
      {"externalId":"L011","orgUnit":"sales","effectiveFrom":"2026-11-01","action":"CHANGE"}
      """;

  private Examples() {}
}
