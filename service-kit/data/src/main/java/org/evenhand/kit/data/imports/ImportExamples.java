package org.evenhand.kit.data.imports;

/** What the OpenAPI documents of services with imports show. */
public final class ImportExamples {

  public static final String ERRORS =
      """
      row,column,detail
      2,effectiveFrom,is no date
      """;

  private ImportExamples() {}
}
