package org.evenhand.review.growth.opportunity.past;

import java.util.List;
import org.evenhand.kit.data.imports.file.ImportColumn;
import org.evenhand.review.growth.opportunity.reach.Stage;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;

/** The columns of an opportunity import, by the names that senders use. */
public final class PastColumns {

  static final String DECIDED_ON = "decidedOn";

  private static final int KEY_LENGTH = 100;

  public static final List<ImportColumn> ALL =
      List.of(
          ImportColumn.key("opportunityId", KEY_LENGTH).required(),
          ImportColumn.oneOf("kind", OpportunityKind.class).required(),
          ImportColumn.date(DECIDED_ON).required(),
          ImportColumn.key("externalId", KEY_LENGTH).required(),
          ImportColumn.oneOf("stage", Stage.class).required());

  private PastColumns() {}
}
