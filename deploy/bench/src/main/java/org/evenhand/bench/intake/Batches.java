package org.evenhand.bench.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.bench.sql.LoggedStatement;
import org.evenhand.local.process.Trouble;

/**
 * The statements that analytics sent for a block: the transactions of its batches, in the order of
 * commit.
 */
record Batches(List<LoggedStatement> statements, int count) {
  private static final String TAKES_IN = "insert into inbox ";

  static Batches of(List<LoggedStatement> logged) {
    Map<Long, List<LoggedStatement>> open = new HashMap<>();
    List<LoggedStatement> statements = new ArrayList<>();
    int count = 0;
    for (LoggedStatement statement : logged) {
      if (statement.begins()) {
        open.put(statement.backend(), new ArrayList<>());
      }
      List<LoggedStatement> transaction = open.getOrDefault(statement.backend(), new ArrayList<>());
      transaction.add(statement);
      if (statement.commits()) {
        open.remove(statement.backend());
        if (transaction.stream().anyMatch(each -> each.sql().startsWith(TAKES_IN))) {
          statements.addAll(transaction);
          count++;
        }
      }
    }
    if (count == 0) {
      throw new Trouble("PostgreSQL logged no batch of analytics-service");
    }
    return new Batches(statements, count);
  }

  /** The same for another block. */
  List<LoggedStatement> of(Block block) {
    return statements.stream()
        .map(
            statement ->
                new LoggedStatement(
                    statement.backend(),
                    statement.sql(),
                    statement.parameters().stream()
                        .map(
                            value ->
                                value == null
                                    ? null
                                    : value.replace(Block.SAMPLE.prefix(), block.prefix()))
                        .collect(Collectors.toCollection(ArrayList::new))))
        .toList();
  }
}
