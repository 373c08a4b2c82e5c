package org.evenhand.faults;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An org import that is made while it is sent: every manager has ten reports, and every five
 * hundredth row has a day that no calendar has.
 */
record LargeCompany(long rows) {
  private static final long WRONG_EVERY = 500;
  private static final long ROWS_PER_CHUNK = 500;
  private static final String COLUMNS =
      "externalId,givenName,familyName,email,managerExternalId,relationship,orgUnit,jobLevel,"
          + "jobFamily,workLocation,country,legalEntity,workerType,employmentStatus,assignmentId,"
          + "effectiveFrom,action\n";

  long wrong() {
    return rows / WRONG_EVERY;
  }

  BodyPublisher csv() {
    Iterable<byte[]> chunks =
        LongStream.iterate(0, first -> first < rows, first -> first + ROWS_PER_CHUNK)
                .mapToObj(this::chunk)
            ::iterator;
    return BodyPublishers.ofByteArrays(chunks);
  }

  private byte[] chunk(long first) {
    String lines =
        LongStream.range(first, Math.min(rows, first + ROWS_PER_CHUNK))
            .mapToObj(LargeCompany::row)
            .collect(Collectors.joining("", first == 0 ? COLUMNS : "", ""));
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  private static String row(long number) {
    return ("large-%1$d,Given,Family,large-%1$d@linden.example,%2$s,LINE,unit-%3$d,L4,craft,Leeds,GB,"
                + "Linden,EMPLOYEE,ACTIVE,large-%1$d-1,%4$s,HIRE%n")
        .formatted(
            number, manager(number), number % 200, isWrong(number) ? "2020-02-30" : "2020-02-28");
  }

  private static String manager(long number) {
    long above = (number - 1) / 10;
    return number == 0 ? "" : "large-" + (isWrong(above) ? above - 1 : above);
  }

  private static boolean isWrong(long number) {
    return number % WRONG_EVERY == WRONG_EVERY - 1;
  }
}
