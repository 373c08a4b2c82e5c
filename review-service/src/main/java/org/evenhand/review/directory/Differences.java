package org.evenhand.review.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In which columns two records of the same thing differ. */
final class Differences {

  private final List<String> columns = new ArrayList<>();

  private Differences() {}

  static List<String> of(Person known, Person told) {
    return new Differences()
        .on(OrgColumns.GIVEN_NAME, known.givenName(), told.givenName())
        .on(OrgColumns.FAMILY_NAME, known.familyName(), told.familyName())
        .on(OrgColumns.EMAIL, known.email(), told.email())
        .on(OrgColumns.STATUS, known.status(), told.status())
        .columns;
  }

  static List<String> of(Position known, Position told) {
    return new Differences()
        .on(OrgColumns.ORG_UNIT, known.orgUnit(), told.orgUnit())
        .on(OrgColumns.JOB_LEVEL, known.jobLevel(), told.jobLevel())
        .on(OrgColumns.JOB_FAMILY, known.jobFamily(), told.jobFamily())
        .on(OrgColumns.WORK_LOCATION, known.workLocation(), told.workLocation())
        .on(OrgColumns.COUNTRY, known.country(), told.country())
        .on(OrgColumns.LEGAL_ENTITY, known.legalEntity(), told.legalEntity())
        .on(OrgColumns.WORKER_TYPE, known.workerType(), told.workerType())
        .columns;
  }

  private Differences on(String column, @Nullable Object known, @Nullable Object told) {
    if (!Objects.equals(known, told)) {
      columns.add(column);
    }
    return this;
  }
}
