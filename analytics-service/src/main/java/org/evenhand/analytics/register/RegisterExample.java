package org.evenhand.analytics.register;

/** What the OpenAPI document shows. */
final class RegisterExample {

  static final String JSON =
      """
      {
        "output": "impactRatio",
        "purpose": "To find groups that are selected less often",
        "inputs": "Published counts by level and declared group",
        "actedOnBy": "HR and a manager together; no rating is changed because of a group",
        "retention": "Worked out anew whenever it is asked for, and not kept. ...",
        "contest": "Anyone who is counted may contest it to an hr-lead, ...",
        "operations": ["getFairness"]
      }
      """;

  private RegisterExample() {}
}
