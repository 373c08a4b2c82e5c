package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A long file, sent to a packaged service with a heap of 256 MiB. With {@code
 * -Devenhand.test.rows=1000000} a million rows.
 */
@ExtendWith(OneStack.class)
@ResourceLock(value = TestStack.REVIEW, mode = ResourceAccessMode.READ)
class LargeFileTest {
  private static final long ROWS = Long.getLong("evenhand.test.rows", 2_000);

  private static final Duration LIMIT = Duration.ofMinutes(5).plusMillis(4 * ROWS);

  /** Heap, classes, code, threads and buffers; a million rows of text alone are more than this. */
  private static final long MEBIBYTES = 600;

  private static final String HIRED =
      "select count(*) from employee where external_id like 'large-%'";

  private final TestStack stack;

  LargeFileTest(TestStack stack) {
    this.stack = stack;
  }

  @Test
  void itRunsAsAJobInBoundedMemoryAndItsRefusedRowsComeAsCsv() {
    assertTimeoutPreemptively(LIMIT.plusMinutes(5), this::takeIn);
  }

  private void takeIn() throws Exception {
    LargeCompany company = new LargeCompany(ROWS);
    long start = System.nanoTime();

    JsonNode job = stack.hris().takeInLater("/v1/org-imports", company.csv(), LIMIT);

    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
    assertThat(job.path("rows").asLong()).isEqualTo(ROWS);
    assertThat(job.path("created").asLong()).isEqualTo(ROWS - company.wrong());
    assertThat(job.path("refused").asLong()).isEqualTo(company.wrong());
    assertThat(stack.reviewSql().number(HIRED)).isEqualTo(ROWS - company.wrong());
    List<String> refused =
        stack
            .hris()
            .get("/v1/org-imports/" + job.path("id").asText() + "/errors")
            .body()
            .lines()
            .toList();
    assertThat(refused).hasSize((int) company.wrong() + 1).startsWith("row,column,code,detail");
    assertThat(refused.get(1)).startsWith("500,effectiveFrom,");
    long peak = stack.review().peakMebibytes();
    System.out.printf(
        "%d rows in %s, at most %d MiB%n", ROWS, Duration.ofNanos(System.nanoTime() - start), peak);
    assertThat(peak).isLessThan(MEBIBYTES);
  }
}
