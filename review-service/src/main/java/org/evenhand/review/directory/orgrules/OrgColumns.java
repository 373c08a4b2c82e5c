package org.evenhand.review.directory.orgrules;

import java.util.List;
import java.util.regex.Pattern;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.directory.people.Relationship;

/** The columns of an org import, by the names that senders use. */
public final class OrgColumns {

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
  static final String HIRED_ON = "hiredOn";
  static final String ACTION = "action";

  /** Says that there is nobody, or nothing, where a blank cell of a CHANGE keeps what is known. */
  static final String NOBODY = "-";

  private static final int KEY_LENGTH = 100;
  private static final int TEXT_LENGTH = 200;
  private static final int EMAIL_LENGTH = 254;
  private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s]+@[^@\\s]+|-");

  public static final List<ImportColumn> ALL =
      List.of(
          ImportColumn.key(EXTERNAL_ID, KEY_LENGTH).required(),
          describing(ImportColumn.text(GIVEN_NAME, TEXT_LENGTH)),
          ImportColumn.text(FAMILY_NAME, TEXT_LENGTH)
              .whereBlank("stays as it is; of somebody who comes or comes back: there is none"),
          ImportColumn.key(EMAIL, EMAIL_LENGTH)
              .like(EMAIL_FORM, "an e-mail address")
              .whereBlank("stays as it is; `-` says that there is none"),
          ImportColumn.key(MANAGER, KEY_LENGTH)
              .whereBlank(
                  "stays as it is; of somebody who comes or comes back: nobody;"
                      + " `-` says that there is nobody"),
          ImportColumn.oneOf(RELATIONSHIP, Relationship.class).orElse(Relationship.LINE),
          describing(ImportColumn.key(ORG_UNIT, TEXT_LENGTH)),
          describing(ImportColumn.key(JOB_LEVEL, TEXT_LENGTH)),
          describing(ImportColumn.key(JOB_FAMILY, TEXT_LENGTH)),
          describing(ImportColumn.key(WORK_LOCATION, TEXT_LENGTH)),
          describing(ImportColumn.country(COUNTRY)),
          describing(ImportColumn.key(LEGAL_ENTITY, TEXT_LENGTH)),
          describing(ImportColumn.key(WORKER_TYPE, TEXT_LENGTH)),
          ImportColumn.oneOf(STATUS, EmploymentStatus.class)
              .whereBlank(
                  "stays as it is; of somebody who comes: ACTIVE; of somebody who has left: refused"
                      + " in UPSERT"),
          ImportColumn.key(ASSIGNMENT_ID, KEY_LENGTH)
              .whereBlank("the assignment that stands for the person; where one ends: all of them"),
          ImportColumn.date(EFFECTIVE_FROM)
              .whereBlank("UPSERT: the day of the import; else: refused"),
          ImportColumn.date(HIRED_ON)
              .whereBlank("stays as it is; of somebody who comes or comes back: effectiveFrom"),
          ImportColumn.oneOf(ACTION, OrgAction.class).orElse(OrgAction.UPSERT));

  /** What a row that brings somebody in has to say. */
  static final List<String> DESCRIBING =
      List.of(
          GIVEN_NAME,
          ORG_UNIT,
          JOB_LEVEL,
          JOB_FAMILY,
          WORK_LOCATION,
          COUNTRY,
          LEGAL_ENTITY,
          WORKER_TYPE);

  private OrgColumns() {}

  private static ImportColumn describing(ImportColumn column) {
    return column.whereBlank("stays as it is; of somebody who comes or comes back: refused");
  }
}
