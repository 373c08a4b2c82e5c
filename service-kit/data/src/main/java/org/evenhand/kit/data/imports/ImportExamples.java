package org.evenhand.kit.data.imports;

/** What the OpenAPI documents of services with imports show. */
public final class ImportExamples {

  public static final String ERRORS =
      """
      row,column,code,detail
      2,effectiveFrom,MALFORMED,is no date
      """;

  private ImportExamples() {}
}
