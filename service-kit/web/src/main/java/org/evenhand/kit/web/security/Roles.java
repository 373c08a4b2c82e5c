package org.evenhand.kit.web.security;

/**
 * The roles of the realm. A role opens an operation; whether an object is open to the caller
 * depends on their relation to it: own record, reviewer, reporting line, dated assignment, session.
 */
public final class Roles {

  public static final String EMPLOYEE = "employee";
  public static final String MANAGER = "manager";
  public static final String HR = "hr";
  public static final String HR_LEAD = "hr-lead";

  /** Reads trails, no content. */
  public static final String AUDITOR = "auditor";

  /** The HR information system: writes directory and demographics. */
  public static final String HRIS = "hris";

  /** Reads aggregates and the stream. */
  public static final String INSIGHT = "insight";

  /** One of our own services, by client credentials. */
  public static final String SERVICE = "service";

  private Roles() {}
}
