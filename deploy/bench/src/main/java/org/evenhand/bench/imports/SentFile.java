package org.evenhand.bench.imports;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What another system sends.
 *
 * @param what such as "employees"
 * @param path where it is sent
 * @param type of the body; of a table the body has a header
 */
public record SentFile(String what, String path, String type, String body) {
  private static final String CSV = "text/csv";

  private static final int REPORTS = 8;
  private static final int PEOPLE_OF_A_UNIT = 50;

  /** One head, eight reports to each manager, in an order in which most managers come first. */
  static SentFile employees(String company, int rows) {
    return new SentFile(
        "employees",
        "/v1/org-imports",
        CSV,
        csv(
            "externalId,givenName,familyName,email,managerExternalId,orgUnit,jobLevel,jobFamily,"
                + "workLocation,country,legalEntity,workerType,effectiveFrom,action",
            rows,
            row ->
                "%s-%d,Mona,Okafor,%1$s-%2$d@linden.example,%s,unit-%d,L%d,family-%d,Utrecht,NL,"
                        .formatted(
                            company,
                            row,
                            manager(company, row),
                            row / PEOPLE_OF_A_UNIT % 2_000,
                            row % 7,
                            row % 12)
                    + "Linden B.V.,EMPLOYEE,2019-01-01,HIRE"));
  }

  /** Everybody's, by their manager, in one cycle of the company. */
  static SentFile ratings(String company, int rows) {
    return new SentFile(
        "past ratings",
        "/v1/rating-imports",
        CSV,
        csv(
            "externalId,cycle,periodStart,periodEnd,ordinal,label,scaleSize,reviewerExternalId",
            rows,
            row ->
                "%s-%d,%1$s,2019-04-01,2020-03-31,%d,level %3$d,5,%s"
                    .formatted(company, row, row % 5 + 1, manager(company, row))));
  }

  private static String manager(String company, int row) {
    return row == 0 ? "" : company + "-" + (row - 1) / REPORTS;
  }

  private static String csv(String header, int rows, IntFunction<String> line) {
    return IntStream.range(0, rows)
        .mapToObj(line)
        .collect(Collectors.joining("\n", header + "\n", "\n"));
  }
}
