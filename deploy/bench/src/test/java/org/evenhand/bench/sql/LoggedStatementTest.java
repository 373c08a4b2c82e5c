package org.evenhand.bench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggedStatementTest {
  private static final String AT = "2026-11-25 09:00:00.000 UTC ";

  @Test
  void aStatementIsReadWithItsParameters() {
    List<LoggedStatement> read =
        LoggedStatement.read(
            List.of(
                AT + "[7] LOG:  statement: BEGIN",
                AT + "[7] LOG:  execute S_1: select a",
                "\tfrom t where b = $1 and c = $2",
                AT + "[7] DETAIL:  Parameters: $1 = 'it''s $2 = ''x''', $2 = NULL",
                AT + "[8] LOG:  checkpoint starting: immediate force wait"));

    assertThat(read)
        .containsExactly(
            new LoggedStatement(7, "BEGIN", List.of()),
            new LoggedStatement(
                7,
                "select a\nfrom t where b = $1 and c = $2",
                Arrays.asList("it's $2 = 'x'", null)));
  }
}
