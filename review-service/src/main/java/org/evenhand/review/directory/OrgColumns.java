package org.evenhand.review.directory;

import java.util.List;
import java.util.Set;

/** The columns of an org import, by the names that senders use. */
final class OrgColumns {

  static final String EXTERNAL_ID = "externalId";
  static final String GIVEN_NAME = "givenName";
  static final String FAMILY_NAME = "familyName";
  static final String EMAIL = "email";
  static final String MANAGER = "managerExternalId";
  static final String RELATIONSHIP = "relationship";
  static final String ORG_UNIT = "orgUnit";
  static final String JOB_LEVEL = "jobLevel";
  static final String JOB_FAMILY = "jobFamily";
  static final String WORK_LOCATION = "workLocation";
  static final String COUNTRY = "country";
  static final String LEGAL_ENTITY = "legalEntity";
  static final String WORKER_TYPE = "workerType";
  static final String STATUS = "employmentStatus";
  static final String ASSIGNMENT_ID = "assignmentId";
  static final String EFFECTIVE_FROM = "effectiveFrom";
  static final String ACTION = "action";

  static final List<String> ALL =
      List.of(
          EXTERNAL_ID,
          GIVEN_NAME,
          FAMILY_NAME,
          EMAIL,
          MANAGER,
          RELATIONSHIP,
          ORG_UNIT,
          JOB_LEVEL,
          JOB_FAMILY,
          WORK_LOCATION,
          COUNTRY,
          LEGAL_ENTITY,
          WORKER_TYPE,
          STATUS,
          ASSIGNMENT_ID,
          EFFECTIVE_FROM,
          ACTION);

  static final Set<String> REQUIRED = Set.of(EXTERNAL_ID, EFFECTIVE_FROM, ACTION);

  private OrgColumns() {}
}
