package org.evenhand.bench.sql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.evenhand.bench.parts.Sql;
import org.evenhand.local.postgres.Database;

/** Lets PostgreSQL log every statement for a while. */
public final class StatementLog {
  private final Database server;
  private final Path log;

  /**
   * @param server as the superuser
   */
  public StatementLog(Database server, Path log) {
    this.server = server;
    this.log = log;
  }

  /** What is listened to. */
  @FunctionalInterface
  public interface Work {
    Object run() throws Exception;
  }

  /** All statements that anybody sent meanwhile, in the order of the log. */
  public List<LoggedStatement> during(Work work) throws Exception {
    set("all");
    long before = Files.size(log);
    Object unused = work.run();
    set("none");
    return LoggedStatement.read(since(before));
  }

  private List<String> since(long position) throws IOException {
    try (FileChannel channel = FileChannel.open(log)) {
      ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(channel.size() - position));
      while (content.hasRemaining() && channel.read(content, position + content.position()) >= 0) {
        // Reads on until the buffer is full.
      }
      return new String(content.array(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** The setting reaches open connections with their next statement, a little later. */
  private void set(String which) throws SQLException {
    Sql.run(
        server,
        "alter system set log_statement = '" + which + "'",
        "select pg_reload_conf()",
        "select pg_sleep(1)");
  }
}
